package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Finds the means of the smallest and of the largest magnitudes in a band without sorting it, for
 * many frames at once. No step depends on values, so the compiler makes vector instructions of it;
 * these pay off in long rows, so {@value #GROUPS} groups of bins are looked at side by side, as
 * though they were other frames. Buffers are reused; for one thread at a time.
 */
final class BandExtremes {
  private static final int GROUPS = 4;

  private final int frames;
  private final SortedEnds ends;
  private final SortedEnds sideBySide;

  BandExtremes(int mostChosen, int frames) {
    this.frames = frames;
    ends = new SortedEnds(places(mostChosen), frames);
    sideBySide = new SortedEnds(places(mostChosen), GROUPS * frames);
  }

  private static int places(int chosen) {
    return chosen == 1 ? 1 : 2 * Integer.highestOneBit(chosen - 1);
  }

  /**
   * Looks at a band.
   *
   * @param power rows by bin
   * @param bins the band's first bin and its end
   * @param count how many bins of each frame are kept at either end
   */
  void look(double[][] power, ContrastBands.Range bins, int count) {
    int places = places(count);
    ends.clear(places);
    int bin = lookSideBySide(power, bins, places);
    for (; bin + places <= bins.end(); bin += places) {
      for (int place = 0; place < places; place++) {
        ends.put(place, power[bin + place], 0);
      }
      ends.take(places);
    }
    for (; bin < bins.end(); bin++) {
      ends.insert(power[bin], places);
    }
  }

  /** Looks at as many bins as fill whole rows, and tells the one after the last. */
  private int lookSideBySide(double[][] power, ContrastBands.Range bins, int places) {
    int step = GROUPS * places;
    int end = bins.first() + (bins.end() - bins.first()) / step * step;
    sideBySide.clear(places);
    for (int bin = bins.first(); bin < end; bin += step) {
      for (int i = 0; i < step; i++) {
        sideBySide.put(i % places, power[bin + i], i / places * frames);
      }
      sideBySide.take(places);
    }
    for (int group = 0; group < GROUPS && end > bins.first(); group++) {
      ends.takeAll(sideBySide, group * frames, places);
    }
    return end;
  }

  /** The mean magnitude of each frame's {@code count} bins of least power. */
  void valleys(int count, double[] means) {
    meanRoots(ends.smallest(), 0, count, means);
  }

  /** The mean magnitude of each frame's {@code count} bins of most power. */
  void peaks(int count, double[] means) {
    meanRoots(ends.largest(), places(count) - count, count, means);
  }

  private static void meanRoots(double[][] powers, int first, int count, double[] means) {
    Arrays.fill(means, 0);
    for (int place = first; place < first + count; place++) {
      double[] row = powers[place];
      for (int frame = 0; frame < means.length; frame++) {
        means[frame] += Math.sqrt(row[frame]) / count;
      }
    }
  }
}
