package dev.emovox.audio.features;

/**
 * Energy and zero crossings of frames of a waveform, centred as those of {@link PowerSpectrogram}:
 * {@code librosa.feature.rms} and {@code librosa.feature.zero_crossing_rate}. Immutable.
 */
final class FrameEnergy {
  /** Samples no larger count as zero, and zero as positive. */
  private static final float ZERO = 1e-10f;

  private final SpectrumShape shape;

  FrameEnergy(SpectrumShape shape) {
    this.shape = shape;
  }

  /** The root mean square by frame; before and after the signal there are zeros. */
  double[] energy(float[] signal) {
    double[] squares = new double[signal.length + 1];
    for (int i = 0; i < signal.length; i++) {
      squares[i + 1] = squares[i] + (double) signal[i] * signal[i];
    }
    double[] energy = new double[shape.frames()];
    for (int frame = 0; frame < energy.length; frame++) {
      energy[frame] = Math.sqrt(Math.max(0, within(squares, frame)) / shape.fftSize());
    }
    return energy;
  }

  /**
   * The number of changes of sign within each frame over its length; before and after the signal
   * its ends go on.
   */
  double[] zeroCrossingRate(float[] signal) {
    double[] changes = new double[signal.length + 1];
    for (int i = 1; i < signal.length; i++) {
      boolean changed = isNegative(signal[i]) != isNegative(signal[i - 1]);
      // A change belongs to its second sample, and not to a frame that begins there.
      changes[i + 1] = changes[i] + (changed ? 1 : 0);
    }
    double[] rate = new double[shape.frames()];
    for (int frame = 0; frame < rate.length; frame++) {
      int first = first(frame);
      double atStart = first > 0 && first < signal.length ? changes[first + 1] - changes[first] : 0;
      rate[frame] = (within(changes, frame) - atStart) / shape.fftSize();
    }
    return rate;
  }

  private static boolean isNegative(float sample) {
    return sample < -ZERO;
  }

  private int first(int frame) {
    return frame * shape.hopLength() - shape.fftSize() / 2;
  }

  /** What a running sum gained within a frame. */
  private double within(double[] sums, int frame) {
    int end = Math.min(sums.length - 1, first(frame) + shape.fftSize());
    int start = Math.min(end, Math.max(0, first(frame)));
    return sums[end] - sums[start];
  }
}
