package dev.emovox.audio.augmentation;

import dev.emovox.audio.fourier.FrameTransforms;
import dev.emovox.audio.fourier.HannWindow;
import dev.emovox.audio.fourier.SpectrumRow;

/**
 * Plays a signal faster or slower at the same pitch (J. L. Flanagan and R. M. Golden, "Phase
 * Vocoder", 1966), as {@code librosa.effects.time_stretch} does: frames of 2048 samples every 512
 * under a Hann window, centred, with zeros around the signal; magnitudes interpolated between
 * frames; each bin's phase advances by the difference between the two frames; the frames are added
 * up under the same window and divided by the sum of its squares.
 *
 * <p>Phases are kept as unit vectors. Where a frame is made of the pair of frames after that of the
 * frame before it, differences of phases cancel out: its phase is that of the signal there, turned
 * as far as the frame before. Only where a pair is used twice or passed over, the turn changes. No
 * angle has to be computed or unwrapped, and nothing grows with the length of the signal.
 *
 * <p>A signal may be stretched several times; what its spectrum is, is kept as long as it is not
 * too long. Buffers are reused; for one thread at a time.
 */
public final class PhaseVocoder {
  static final int FRAME = 2048;
  static final int HOP = 512;
  private static final int BINS = FRAME / 2 + 1;

  private final double[] window = HannWindow.periodic(FRAME);
  private final FrameTransforms transforms = new FrameTransforms(FRAME, FrameTransforms.LANES);
  private final PolarColumns source = new PolarColumns(transforms, window);
  private final double[] turnReal = new double[BINS];
  private final double[] turnImaginary = new double[BINS];
  private int length;

  /** Takes a signal, which is left as it is. */
  public void open(float[] signal) {
    length = signal.length;
    source.open(signal);
  }

  /** Samples of the signal. */
  int length() {
    return length;
  }

  /**
   * Stretches the signal.
   *
   * @param rate how much faster
   * @param most as many samples are made, at most
   * @return {@code round(length / rate)} samples, if that is not more
   */
  float[] stretch(double rate, int most) {
    int made = (int) Math.min(Math.rint(length / rate), most);
    int frames = (int) Math.ceil(source.frames() / rate);
    OverlapAdd output = new OverlapAdd(window, HOP, made);
    int end = Math.min(frames, output.frames());
    StretchRuns runs = new StretchRuns(rate, end);
    while (runs.next(source)) {
      for (int bin = 0; bin < BINS; bin++) {
        make(bin, runs);
      }
      transforms.inverse(runs.count());
      output.add(transforms, runs.count());
    }
    return output.samples(1.0 / (2 * FRAME));
  }

  private void make(int bin, StretchRuns runs) {
    if (runs.first() == 0) {
      turnReal[bin] = 1;
      turnImaginary[bin] = 0;
    }
    for (StretchRuns.Run run : runs.runs()) {
      if (run.skips()) {
        turn(bin, run.expected(), run.column());
      }
      fill(bin, run, runs.shares());
    }
  }

  /** The phase comes from one column and goes on from another. */
  private void turn(int bin, int from, int to) {
    double[] real = source.real(bin);
    double[] imaginary = source.imaginary(bin);
    double re = real[from] * real[to] + imaginary[from] * imaginary[to];
    double im = imaginary[from] * real[to] - real[from] * imaginary[to];
    double turned = turnReal[bin] * re - turnImaginary[bin] * im;
    turnImaginary[bin] = turnReal[bin] * im + turnImaginary[bin] * re;
    turnReal[bin] = turned;
  }

  private void fill(int bin, StretchRuns.Run run, double[] shares) {
    double[] magnitude = source.magnitude(bin);
    double[] real = source.real(bin);
    double[] imaginary = source.imaginary(bin);
    SpectrumRow target = transforms.bin(bin);
    double[] targetReal = target.real();
    double[] targetImaginary = target.imaginary();
    double re = turnReal[bin];
    double im = turnImaginary[bin];
    int sign = target.sign();
    int column = run.column();
    for (int frame = run.start(); frame < run.end(); frame++) {
      double share = shares[frame];
      double length = (1 - share) * magnitude[column] + share * magnitude[column + 1];
      targetReal[frame] = length * (re * real[column] - im * imaginary[column]);
      targetImaginary[frame] = sign * length * (re * imaginary[column] + im * real[column]);
      column++;
    }
  }
}
