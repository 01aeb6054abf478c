package dev.emovox.audio.augmentation;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a spectrogram the frames of a stretched signal are made of: frame {@code t} lies
 * between the column {@code floor(t * rate)} and the next. Frames come in blocks, of which each
 * falls into runs whose columns follow one another.
 */
final class StretchRuns {
  private final double rate;
  private final int end;
  private final double[] shares = new double[PolarColumns.MOST];
  private final List<Run> runs = new ArrayList<>();
  private int first;
  private int count;

  /**
   * Neighbouring frames of neighbouring columns, counted in their blocks.
   *
   * @param start the first frame
   * @param end the frame after the last
   * @param column the first frame's column
   * @param expected the column after that of the frame before
   */
  record Run(int start, int end, int column, int expected) {
    boolean skips() {
      return column != expected;
    }
  }

  StretchRuns(double rate, int end) {
    this.rate = rate;
    this.end = end;
  }

  /** Goes on to the next block, whose columns are loaded; false if there is none. */
  boolean next(PolarColumns source) {
    first += count;
    if (first >= end) {
      return false;
    }
    int before = first == 0 ? 0 : column(first - 1);
    source.cover(before, column(first) + 1);
    int possible = Math.min(end - first, PolarColumns.MOST);
    count = 0;
    while (count < possible && column(first + count) + 1 <= source.last()) {
      double position = (first + count) * rate;
      shares[count] = position - (int) position;
      count++;
    }
    split(source.first(), first == 0 ? 0 : before + 1);
    return true;
  }

  private void split(int firstColumn, int expectedFirst) {
    runs.clear();
    int expected = expectedFirst;
    for (int start = 0; start < count; ) {
      int column = column(first + start);
      int runEnd = start + 1;
      while (runEnd < count && column(first + runEnd) == column + runEnd - start) {
        runEnd++;
      }
      runs.add(new Run(start, runEnd, column - firstColumn, expected - firstColumn));
      expected = column + runEnd - start;
      start = runEnd;
    }
  }

  private int column(int frame) {
    return (int) (frame * rate);
  }

  /** The block's first frame. */
  int first() {
    return first;
  }

  /** How many frames the block has. */
  int count() {
    return count;
  }

  List<Run> runs() {
    return runs;
  }

  /** How far on the way to the next column each frame of the block lies. */
  double[] shares() {
    return shares;
  }
}
