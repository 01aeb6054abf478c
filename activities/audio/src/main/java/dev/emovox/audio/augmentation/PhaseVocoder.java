package dev.emovox.audio.augmentation;

import dev.emovox.audio.fourier.HannWindow;
import dev.emovox.audio.fourier.RealTransform;
import dev.emovox.audio.fourier.Spectrum;

/**
 * Plays a signal faster or slower at the same pitch (J. L. Flanagan and R. M. Golden, "Phase
 * Vocoder", 1966), as {@code librosa.effects.time_stretch} does: frames of 2048 samples every 512
 * under a Hann window, centred, with zeros around the signal; magnitudes interpolated between
 * frames; each bin's phase advances by the difference between the two frames; the frames are added
 * up under the same window and divided by the sum of its squares.
 *
 * <p>Phases are kept as unit vectors. A difference of angles is then a product, no angle has to be
 * computed or unwrapped, and nothing grows with the length of the signal.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
final class PhaseVocoder {
  static final int FRAME = 2048;
  static final int HOP = 512;
  private static final int BINS = FRAME / 2 + 1;

  private final RealTransform transform = new RealTransform(FRAME);
  private final double[] window = HannWindow.periodic(FRAME);
  private final Spectrum spectrum = Spectrum.ofSize(FRAME);
  private final Spectrum phases = Spectrum.ofSize(FRAME);
  private final double[] frame = new double[FRAME];
  private PolarFrame here = new PolarFrame(BINS);
  private PolarFrame next = new PolarFrame(BINS);
  private float[] padded = new float[0];
  private int frames;
  private int loaded;

  /**
   * Stretches a signal.
   *
   * @param signal left as it is
   * @param rate how much faster
   * @return {@code round(signal.length / rate)} samples
   */
  float[] stretch(float[] signal, double rate) {
    int length = (int) Math.rint(signal.length / rate);
    open(signal);
    OverlapAdd output = new OverlapAdd(window, HOP, length);
    int count = (int) Math.ceil(frames / rate);
    for (int t = 0; t < count && !output.isFull(); t++) {
      double position = t * rate;
      moveTo((int) position);
      interpolate(position - (int) position);
      transform.inverse(spectrum, frame);
      output.add(frame);
    }
    return output.samples();
  }

  private void open(float[] signal) {
    frames = 1 + signal.length / HOP;
    padded = new float[signal.length + FRAME];
    System.arraycopy(signal, 0, padded, FRAME / 2, signal.length);
    loaded = 0;
    load(here);
    load(next);
    here.copyPhases(phases);
  }

  /** Reads the next frame; behind the last one there are zeros. */
  private void load(PolarFrame target) {
    if (loaded < frames) {
      transform.forward(padded, loaded * HOP, window, spectrum);
      target.set(spectrum);
    } else {
      target.clear();
    }
    loaded++;
  }

  private void moveTo(int column) {
    while (loaded < column + 2) {
      PolarFrame done = here;
      here = next;
      next = done;
      load(next);
    }
  }

  /** The frame at a share of the way to the next one; then the phases advance. */
  private void interpolate(double share) {
    double[] re = phases.real();
    double[] im = phases.imaginary();
    for (int bin = 0; bin < BINS; bin++) {
      double magnitude = (1 - share) * here.magnitude[bin] + share * next.magnitude[bin];
      spectrum.real()[bin] = magnitude * re[bin];
      spectrum.imaginary()[bin] = magnitude * im[bin];
      double turnReal = next.real[bin] * here.real[bin] + next.imaginary[bin] * here.imaginary[bin];
      double turnImaginary =
          next.imaginary[bin] * here.real[bin] - next.real[bin] * here.imaginary[bin];
      double advanced = re[bin] * turnReal - im[bin] * turnImaginary;
      im[bin] = re[bin] * turnImaginary + im[bin] * turnReal;
      re[bin] = advanced;
    }
  }
}
