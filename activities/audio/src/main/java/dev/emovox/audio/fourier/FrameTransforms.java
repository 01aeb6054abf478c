package dev.emovox.audio.fourier;

/**
 * The discrete Fourier transforms of up to {@value #LANES} real frames at once, in double
 * precision: the transform of {@link RealTransform}, the same sums in the same order. Each step is
 * done for all frames before the next, and the values that a step reads and writes lie in rows, one
 * value a frame, so that the compiler makes vector instructions of it.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
public final class FrameTransforms {
  /** The most frames that are transformed at once. */
  public static final int LANES = 96;

  private final int half;
  private final int[] reversed;
  private final double[] cosines;
  private final double[] sines;
  private final RowTransform transform;

  /**
   * Transforms.
   *
   * @param size length of a frame, a power of two and at least 16
   * @param most how many frames at most, up to {@link #LANES}
   */
  public FrameTransforms(int size, int most) {
    half = size / 2;
    transform = new RowTransform(half, most);
    reversed = ComplexTransform.reversedPlaces(half);
    cosines = new double[half];
    sines = new double[half];
    for (int i = 0; i < half; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /**
   * The squared magnitudes of frames.
   *
   * @param signal where the frames are, {@link #LANES} at most
   * @param window factor on each sample of a frame
   * @param power receives half the size and one rows from frequency zero to Nyquist's, each with a
   *     value a frame from its beginning; what follows stays
   */
  public void power(Frames signal, double[] window, double[][] power) {
    load(signal, window);
    transform.run(signal.count());
    separateEnds(power, signal.count());
    for (int bin = 1; bin < half; bin++) {
      separate(bin, power[bin], signal.count());
    }
  }

  private void load(Frames signal, double[] window) {
    float[] samples = signal.samples();
    for (int pair = 0; pair < half; pair++) {
      double[] even = transform.real[reversed[pair]];
      double[] odd = transform.imaginary[reversed[pair]];
      double evenFactor = window[2 * pair];
      double oddFactor = window[2 * pair + 1];
      int from = signal.start() + 2 * pair;
      for (int lane = 0; lane < signal.count(); lane++) {
        even[lane] = evenFactor * samples[from];
        odd[lane] = oddFactor * samples[from + 1];
        from += signal.hop();
      }
    }
  }

  private void separateEnds(double[][] power, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double even = transform.real[0][lane];
      double odd = transform.imaginary[0][lane];
      power[0][lane] = (even + odd) * (even + odd);
      power[half][lane] = (even - odd) * (even - odd);
    }
  }

  /** Takes the transforms of the even and odd samples apart and squares their sum. */
  private void separate(int bin, double[] power, int lanes) {
    double[] real = transform.real[bin];
    double[] imaginary = transform.imaginary[bin];
    double[] mirrorReal = transform.real[half - bin];
    double[] mirrorImaginary = transform.imaginary[half - bin];
    double cosine = cosines[bin] / 2;
    double sine = sines[bin] / 2;
    for (int lane = 0; lane < lanes; lane++) {
      double oddReal = imaginary[lane] + mirrorImaginary[lane];
      double oddImaginary = mirrorReal[lane] - real[lane];
      double re = (real[lane] + mirrorReal[lane]) * 0.5 + oddReal * cosine - oddImaginary * sine;
      double im =
          (imaginary[lane] - mirrorImaginary[lane]) * 0.5 + oddReal * sine + oddImaginary * cosine;
      power[lane] = re * re + im * im;
    }
  }
}
