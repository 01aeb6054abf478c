package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Mel-frequency cepstral coefficients of every frame. Buffers are reused; for one thread at a time.
 */
final class Cepstrum {
  private final BinWeights filters;
  private final CosineTransform transform;
  private final Decibels levels;
  private final double[] energy;
  private final double[][] table;

  Cepstrum(SpectrumShape shape, BinWeights filters, CosineTransform transform) {
    this.filters = filters;
    this.transform = transform;
    this.levels = new Decibels(shape.frames(), filters.bands());
    this.energy = new double[shape.framesOfBlock()];
    this.table = new double[transform.outputs()][shape.frames()];
  }

  /** The coefficients by frame, valid until the next signal. */
  double[][] of(PowerSpectrogram spectrogram) {
    levels.clear();
    for (int block = 0; block < spectrogram.blocks(); block++) {
      int first = block * energy.length;
      for (int band = 0; band < filters.bands(); band++) {
        filters.apply(band, spectrogram.power(block), energy);
        levels.set(band, first, energy, spectrogram.frames(block));
      }
    }
    for (double[] row : table) {
      Arrays.fill(row, 0);
    }
    for (int band = 0; band < filters.bands(); band++) {
      transform.add(band, levels.column(band), table);
    }
    return table;
  }
}
