package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Chroma of every frame, divided by its largest value. Buffers are reused; for one thread at a
 * time.
 */
final class Chroma {
  private final ChromaFilterBanks banks;
  private final TuningEstimate tuning;
  private final double[][] energy;
  private final double[] largest;
  private final double[][] table;

  Chroma(SpectrumShape shape, ChromaFilterBanks banks) {
    this.banks = banks;
    this.tuning = new TuningEstimate(shape, banks.pitchClasses());
    this.energy = new double[banks.pitchClasses()][shape.framesOfBlock()];
    this.largest = new double[shape.framesOfBlock()];
    this.table = new double[banks.pitchClasses()][shape.frames()];
  }

  /** Shares by frame, valid until the next signal. */
  double[][] of(PowerSpectrogram spectrogram) {
    ChromaFilterBank bank = banks.forCell(tuning.cell(spectrogram));
    for (int block = 0; block < spectrogram.blocks(); block++) {
      bank.apply(spectrogram.power(block), energy);
      setLargest();
      int first = block * largest.length;
      for (int pitchClass = 0; pitchClass < table.length; pitchClass++) {
        for (int frame = 0; frame < spectrogram.frames(block); frame++) {
          table[pitchClass][first + frame] = energy[pitchClass][frame] / largest[frame];
        }
      }
    }
    return table;
  }

  private void setLargest() {
    Arrays.fill(largest, 0);
    for (double[] row : energy) {
      for (int frame = 0; frame < row.length; frame++) {
        largest[frame] = Math.max(largest[frame], row[frame]);
      }
    }
    for (int frame = 0; frame < largest.length; frame++) {
      // As in librosa, a frame without energy stays as it is.
      largest[frame] = largest[frame] < Float.MIN_NORMAL ? 1 : largest[frame];
    }
  }
}
