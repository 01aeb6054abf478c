package dev.emovox.audio.features;

import dev.emovox.audio.features.FundamentalFrequency.Pitch;
import java.util.ArrayList;
import java.util.List;

/**
 * Jitter and shimmer by Praat's local definitions (P. Boersma and D. Weenink, "Praat: doing
 * phonetics by computer", manual pages "PointProcess: Get jitter (local)" and "Get shimmer
 * (local)"): the mean absolute difference of neighbouring periods over the mean period, and the
 * same of their amplitudes. Pairs of periods that differ by a factor above 1.3, or of amplitudes by
 * one above 1.6, are left out, as are periods that are not of one voiced stretch.
 *
 * <p>The first period of a voiced stretch lies around its largest magnitude. From each, the next is
 * where the signal resembles it most, over the length of a period, 0.8 to 1.25 times the period
 * away that the pitch tells. An amplitude is the largest magnitude of a period. Immutable.
 */
final class VoicePeriods {
  private static final double SHORTEST = 0.8;
  private static final double LONGEST = 1.25;
  private static final double MOST_PERIOD_FACTOR = 1.3;
  private static final double MOST_AMPLITUDE_FACTOR = 1.6;

  private final SpectrumShape shape;

  VoicePeriods(SpectrumShape shape) {
    this.shape = shape;
  }

  /**
   * How regular a voice is.
   *
   * @param jitter share, 0 if there are no two periods
   * @param shimmer share, 0 if there are no two periods
   */
  record Regularity(double jitter, double shimmer) {}

  Regularity of(float[] signal, Pitch pitch) {
    Differences periods = new Differences(MOST_PERIOD_FACTOR);
    Differences amplitudes = new Differences(MOST_AMPLITUDE_FACTOR);
    for (int frame = 0; frame < shape.frames(); frame++) {
      if (pitch.voiced()[frame]) {
        int end = frame;
        while (end < shape.frames() && pitch.voiced()[end]) {
          end++;
        }
        List<double[]> stretch = stretch(signal, pitch, frame, end);
        periods.add(stretch.stream().mapToDouble(period -> period[0]).toArray());
        amplitudes.add(stretch.stream().mapToDouble(period -> period[1]).toArray());
        frame = end;
      }
    }
    return new Regularity(periods.local(), amplitudes.local());
  }

  /** Length and amplitude of each period between the centres of two frames. */
  private List<double[]> stretch(float[] signal, Pitch pitch, int frame, int end) {
    List<double[]> periods = new ArrayList<>();
    double last = Math.min(signal.length, (double) end * shape.hopLength());
    double expected = shape.sampleRate() / pitch.hertz()[frame];
    double time = frame * (double) shape.hopLength();
    if (time + 2 * expected > last) {
      return periods;
    }
    time = largest(signal, time, time + expected);
    while (true) {
      int nearest = Math.min(end - 1, (int) Math.round(time / shape.hopLength()));
      expected = shape.sampleRate() / pitch.hertz()[nearest];
      if (time + 2 * expected > last) {
        return periods;
      }
      double period = shift(signal, (int) Math.round(time), expected);
      int peak = largest(signal, time - period / 2, time + period / 2);
      periods.add(new double[] {period, Math.abs(signal[peak])});
      time += period;
    }
  }

  /** The place of the largest magnitude. */
  private static int largest(float[] signal, double from, double to) {
    int first = (int) Math.max(0, from);
    int place = first;
    for (int i = first; i < Math.min(to, signal.length); i++) {
      place = Math.abs(signal[i]) > Math.abs(signal[place]) ? i : place;
    }
    return place;
  }

  /** The most similar shift, by a parabola through three similarities. */
  private static double shift(float[] signal, int centre, double expected) {
    int start = Math.max(0, centre - (int) (expected / 2));
    int length = (int) expected;
    int shortest = Math.max(1, (int) (SHORTEST * expected));
    int longest = (int) Math.ceil(LONGEST * expected);
    double[] similarities = new double[longest + 2];
    int best = shortest;
    for (int shift = shortest - 1; shift <= longest + 1; shift++) {
      similarities[shift] = similarity(signal, start, shift, length);
    }
    for (int shift = shortest; shift <= longest; shift++) {
      best = similarities[shift] > similarities[best] ? shift : best;
    }
    double before = similarities[best - 1];
    double after = similarities[best + 1];
    double curvature = before + after - 2 * similarities[best];
    double slope = (after - before) / 2;
    return best + (Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature);
  }

  /** The normalised cross-correlation of two pieces. */
  private static double similarity(float[] signal, int start, int shift, int length) {
    double product = 0;
    double first = 0;
    double second = 0;
    int most = Math.min(length, signal.length - start - shift);
    for (int i = start; i < start + most; i++) {
      double a = signal[i];
      double b = signal[i + shift];
      product += a * b;
      first += a * a;
      second += b * b;
    }
    return product / Math.sqrt(first * second + Double.MIN_NORMAL);
  }

  /** Differences of neighbours over the mean. */
  private static final class Differences {
    private final double mostFactor;
    private double sum;
    private int count;
    private double differences;
    private int pairs;

    Differences(double mostFactor) {
      this.mostFactor = mostFactor;
    }

    void add(double[] values) {
      for (int i = 0; i < values.length; i++) {
        sum += values[i];
        count++;
        if (i > 0 && isPair(values[i - 1], values[i])) {
          differences += Math.abs(values[i] - values[i - 1]);
          pairs++;
        }
      }
    }

    private boolean isPair(double a, double b) {
      return a <= mostFactor * b && b <= mostFactor * a;
    }

    double local() {
      return pairs == 0 || sum == 0 ? 0 : differences / pairs / (sum / count);
    }
  }
}
