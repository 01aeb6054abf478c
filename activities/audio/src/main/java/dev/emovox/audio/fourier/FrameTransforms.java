package dev.emovox.audio.fourier;

/**
 * The discrete Fourier transforms of up to {@value #LANES} real frames at once, and their inverses,
 * in double precision: the transform of {@link RealTransform}. Each step is done for all frames
 * before the next, and the values that a step reads and writes lie in rows, one value a frame, so
 * that the compiler makes vector instructions of it.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
public final class FrameTransforms {
  /** The most frames that are transformed at once. */
  public static final int LANES = 112;

  private final int half;
  private final int[] reversed;
  private final Row[] rows;
  private final Turn[] turns;
  private final RowTransform forward;
  private final RowTransform inverse;
  private final FrameColumns columns = new FrameColumns();
  private final SpectrumRow[] spectrum;

  /**
   * Transforms.
   *
   * @param size length of a frame, a power of two and at least 16
   * @param most how many frames at most, up to {@link #LANES}
   */
  public FrameTransforms(int size, int most) {
    half = size / 2;
    reversed = ComplexTransform.reversedPlaces(half);
    rows = new Row[half];
    turns = new Turn[half / 2];
    Row[] loaded = new Row[half];
    Row[] exchanged = new Row[half];
    for (int i = 0; i < half; i++) {
      rows[i] = Row.ofWidth(most);
      loaded[i] = rows[i];
      // Exchanging real and imaginary parts turns the transform into its inverse.
      exchanged[reversed[i]] = rows[i].exchanged();
    }
    for (int i = 0; i < turns.length; i++) {
      turns[i] = Turn.at(i, size);
    }
    forward = new RowTransform(loaded);
    inverse = new RowTransform(exchanged);
    spectrum = spectrum(new double[most]);
  }

  /** Where {@link #forward} leaves each bin. */
  private SpectrumRow[] spectrum(double[] zeros) {
    SpectrumRow[] bins = new SpectrumRow[half + 1];
    bins[0] = new SpectrumRow(rows[0].real(), zeros, 1);
    bins[half] = new SpectrumRow(rows[0].imaginary(), zeros, 1);
    for (int bin = 1; bin < half / 2; bin++) {
      Row row = rows[bin];
      Row mirror = rows[half - bin];
      bins[bin] = new SpectrumRow(row.real(), row.imaginary(), 1);
      bins[half - bin] = new SpectrumRow(mirror.real(), mirror.imaginary(), -1);
    }
    bins[half / 2] = new SpectrumRow(rows[half / 2].real(), rows[half / 2].imaginary(), -1);
    return bins;
  }

  /**
   * Transforms frames.
   *
   * @param signal where the frames are, as many as there is room for at most
   * @param window factor on each sample of a frame
   */
  public void forward(Frames signal, double[] window) {
    int lanes = signal.count();
    columns.set(signal, window.length);
    for (int pair = 0; pair < half; pair++) {
      Row row = rows[reversed[pair]];
      columns.load(2 * pair, window[2 * pair], row.real());
      columns.load(2 * pair + 1, window[2 * pair + 1], row.imaginary());
    }
    forward.run(lanes);
    rows[0].addAndSubtract(lanes);
    rows[0].twice(lanes);
    rows[half / 2].twice(lanes);
    for (int bin = 1; bin < half / 2; bin++) {
      separate(rows[bin], rows[half - bin], turns[bin], lanes);
    }
  }

  /** A bin of what was transformed last, from 0 to half of the size; or to be transformed back. */
  public SpectrumRow bin(int bin) {
    return spectrum[bin];
  }

  /**
   * Takes the transforms of the even and odd samples apart. Their sum is the transform at a bin,
   * their difference that at the bin as far below Nyquist's frequency.
   */
  private static void separate(Row row, Row mirror, Turn turn, int lanes) {
    row.separate(mirror, lanes);
    mirror.turn(turn, lanes);
    row.join(mirror, lanes);
  }

  /** Undoes {@link #separate}, times four. */
  private static void unite(Row row, Row mirror, Turn turn, int lanes) {
    row.join(mirror, lanes);
    mirror.turn(turn.back(), lanes);
    row.unite(mirror, lanes);
  }

  /**
   * The squared magnitudes of frames.
   *
   * @param signal where the frames are
   * @param window factor on each sample of a frame
   * @param power receives half the size and one rows from frequency zero to Nyquist's, each with a
   *     value a frame from its beginning; what follows stays
   */
  public void power(Frames signal, double[] window, double[][] power) {
    forward(signal, window);
    for (int bin = 0; bin <= half; bin++) {
      square(spectrum[bin].real(), spectrum[bin].imaginary(), power[bin], signal.count());
    }
  }

  private static void square(double[] real, double[] imaginary, double[] power, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      power[lane] = 0.25 * (real[lane] * real[lane] + imaginary[lane] * imaginary[lane]);
    }
  }

  /**
   * Transforms what {@link #bin} has back.
   *
   * @param lanes how many frames
   */
  public void inverse(int lanes) {
    for (int bin = 1; bin < half / 2; bin++) {
      unite(rows[bin], rows[half - bin], turns[bin], lanes);
    }
    rows[0].addAndSubtract(lanes);
    rows[half / 2].twice(lanes);
    inverse.run(lanes);
  }

  /**
   * A sample of each frame that was transformed back, times twice the transform's size.
   *
   * @param sample from 0
   */
  public double[] sample(int sample) {
    Row row = rows[reversed[sample / 2]];
    return sample % 2 == 0 ? row.real() : row.imaginary();
  }
}
