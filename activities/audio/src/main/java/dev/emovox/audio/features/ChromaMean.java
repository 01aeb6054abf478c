package dev.emovox.audio.features;

/**
 * Chroma, each frame divided by its largest value, averaged over time. Buffers are reused; for one
 * thread at a time.
 */
final class ChromaMean {
  private final ChromaFilterBanks banks;
  private final TuningEstimate tuning;
  private final float[] energy;

  ChromaMean(SpectrumShape shape, ChromaFilterBanks banks) {
    this.banks = banks;
    this.tuning = new TuningEstimate(shape, banks.pitchClasses());
    this.energy = new float[banks.pitchClasses()];
  }

  /** The mean of a signal with this power by frame and bin. */
  float[] of(float[][] power) {
    ChromaFilterBank bank = banks.forCell(tuning.cell(power));
    double[] sums = new double[energy.length];
    for (float[] frame : power) {
      bank.apply(frame, energy);
      addNormalised(sums);
    }
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / power.length);
    }
    return means;
  }

  private void addNormalised(double[] sums) {
    float largest = 0;
    for (float value : energy) {
      largest = Math.max(largest, value);
    }
    // As in librosa, a frame without energy stays as it is.
    float scale = largest < Float.MIN_NORMAL ? 1 : largest;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += energy[i] / scale;
    }
  }
}
