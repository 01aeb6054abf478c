package dev.emovox.audio.features;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Mel-frequency cepstral coefficients of every frame. Buffers are reused; for one thread at a time.
 */
final class Cepstrum {
  private final BinWeights filters;
  private final CosineTransform transform;
  private final Decibels levels;
  private final double[] energy;
  private final double[][] table;
  private final double[][] means;

  Cepstrum(SpectrumShape shape, BinWeights filters, CosineTransform transform) {
    this.filters = filters;
    this.transform = transform;
    this.levels = new Decibels(shape.frames(), filters.bands());
    this.energy = new double[shape.framesOfBlock()];
    this.table = new double[transform.outputs()][shape.frames()];
    this.means = new double[transform.outputs()][1];
  }

  /** The coefficients by frame, valid until the next signal. */
  double[][] of(PowerSpectrogram spectrogram) {
    setLevels(spectrogram);
    return transformed(table, UnaryOperator.identity());
  }

  /** The mean of each coefficient over time: that of means, for the transform is linear. */
  double[][] meansOf(PowerSpectrogram spectrogram) {
    setLevels(spectrogram);
    return transformed(means, row -> new double[] {Statistic.mean(row)});
  }

  private void setLevels(PowerSpectrogram spectrogram) {
    levels.clear();
    for (int block = 0; block < spectrogram.blocks(); block++) {
      int first = block * energy.length;
      for (int band = 0; band < filters.bands(); band++) {
        filters.apply(band, spectrogram.power(block), energy);
        levels.set(band, first, energy, spectrogram.frames(block));
      }
    }
  }

  private double[][] transformed(double[][] rows, UnaryOperator<double[]> summary) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
    for (int band = 0; band < filters.bands(); band++) {
      transform.add(band, summary.apply(levels.column(band)), rows);
    }
    return rows;
  }
}
