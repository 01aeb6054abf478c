package dev.emovox.audio.features;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The filter banks of all tunings, each made on first use. Safe for use by several threads. */
final class ChromaFilterBanks {
  private final SpectrumShape shape;
  private final int pitchClasses;
  private final AtomicReferenceArray<ChromaFilterBank> banks =
      new AtomicReferenceArray<>(TuningEstimate.CELLS);

  ChromaFilterBanks(SpectrumShape shape, int pitchClasses) {
    this.shape = shape;
    this.pitchClasses = pitchClasses;
  }

  int pitchClasses() {
    return pitchClasses;
  }

  /** The bank for a cell of {@link TuningEstimate}. */
  ChromaFilterBank forCell(int cell) {
    ChromaFilterBank bank = banks.get(cell);
    if (bank == null) {
      bank = new ChromaFilterBank(shape, pitchClasses, TuningEstimate.deviation(cell));
      banks.set(cell, bank);
    }
    return bank;
  }
}
