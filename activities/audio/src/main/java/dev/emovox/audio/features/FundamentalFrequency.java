package dev.emovox.audio.features;

import dev.emovox.audio.fourier.RealTransform;
import dev.emovox.audio.fourier.Spectrum;
import java.util.Arrays;

/**
 * The fundamental frequency of frames by YIN (A. de Cheveigné and H. Kawahara, "YIN, a fundamental
 * frequency estimator for speech and music", 2002), between {@value #LOWEST} and {@value #HIGHEST}
 * hertz, as {@code librosa.yin} has it: the difference function from one autocorrelation of the
 * whole frame, a threshold of 0.1, and a parabola through the minimum.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
final class FundamentalFrequency {
  /** Hertz. */
  static final double LOWEST = 65;

  /** Hertz. */
  static final double HIGHEST = 500;

  private static final double THRESHOLD = 0.1;

  /** A frame whose normalised difference is below this is voiced. */
  private static final double VOICED = 0.2;

  private final SpectrumShape shape;
  private final int shortest;
  private final int longest;
  private final RealTransform transform;
  private final Spectrum spectrum;
  private final double[] flat;
  private final float[] frame;
  private final double[] correlation;
  private final double[] difference;

  FundamentalFrequency(SpectrumShape shape) {
    this.shape = shape;
    shortest = (int) Math.floor(shape.sampleRate() / HIGHEST);
    longest = Math.min((int) Math.ceil(shape.sampleRate() / LOWEST), shape.fftSize() - 1);
    int size = 2 * shape.fftSize();
    transform = new RealTransform(size);
    spectrum = Spectrum.ofSize(size);
    flat = new double[size];
    Arrays.fill(flat, 1);
    frame = new float[size];
    correlation = new double[size];
    difference = new double[longest + 1];
  }

  /**
   * A voice's pitch over time.
   *
   * @param hertz by frame, also where nothing is voiced
   * @param voiced whether a frame repeats itself
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Pitch(double[] hertz, boolean[] voiced) {}

  /** The pitch of a signal of the shape's length. */
  Pitch of(float[] signal) {
    Pitch pitch = new Pitch(new double[shape.frames()], new boolean[shape.frames()]);
    for (int i = 0; i < shape.frames(); i++) {
      cut(signal, i * shape.hopLength() - shape.fftSize() / 2);
      setDifference();
      int lag = lag();
      pitch.hertz()[i] = shape.sampleRate() / (lag + shift(lag));
      pitch.voiced()[i] = correlation[0] > Float.MIN_NORMAL && difference[lag] < VOICED;
    }
    return pitch;
  }

  private void cut(float[] signal, int start) {
    Arrays.fill(frame, 0);
    int from = Math.max(0, start);
    int end = Math.min(signal.length, start + shape.fftSize());
    if (from < end) {
      System.arraycopy(signal, from, frame, from - start, end - from);
    }
  }

  /** The cumulative mean normalised difference by lag, the paper's equation 8. */
  private void setDifference() {
    transform.forward(frame, 0, flat, spectrum);
    for (int bin = 0; bin < spectrum.real().length; bin++) {
      double re = spectrum.real()[bin];
      double im = spectrum.imaginary()[bin];
      spectrum.real()[bin] = re * re + im * im;
      spectrum.imaginary()[bin] = 0;
    }
    transform.inverse(spectrum, correlation);
    double skipped = 0;
    double sum = 0;
    double mean = 1;
    for (int lag = 1; lag <= longest; lag++) {
      skipped += (double) frame[lag - 1] * frame[lag - 1];
      double plain = 2 * (correlation[0] - correlation[lag]) - skipped;
      sum += plain;
      mean = sum / lag;
      difference[lag] = plain / (mean + Double.MIN_NORMAL);
    }
  }

  /** The first minimum below the threshold, else the lowest point. */
  private int lag() {
    int lowest = shortest;
    for (int lag = shortest; lag <= longest; lag++) {
      if (difference[lag] < THRESHOLD && isTrough(lag)) {
        return lag;
      }
      lowest = difference[lag] < difference[lowest] ? lag : lowest;
    }
    return lowest;
  }

  private boolean isTrough(int lag) {
    if (lag == longest) {
      return difference[lag] < difference[lag - 1];
    }
    boolean rises = difference[lag] <= difference[lag + 1];
    return lag == shortest
        ? difference[lag] < difference[lag + 1]
        : rises && difference[lag] < difference[lag - 1];
  }

  private double shift(int lag) {
    if (lag == shortest || lag == longest) {
      return 0;
    }
    double curvature = difference[lag + 1] + difference[lag - 1] - 2 * difference[lag];
    double slope = (difference[lag + 1] - difference[lag - 1]) / 2;
    return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
  }
}
