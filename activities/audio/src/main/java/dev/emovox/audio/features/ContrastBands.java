package dev.emovox.audio.features;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;

/**
 * The octave bands of spectral contrast with librosa's edges: band 0 from zero to 200 Hz, then one
 * an octave, the last up to the Nyquist frequency. Immutable.
 */
final class ContrastBands {
  private static final double FIRST_EDGE_HERTZ = 200;

  /** Share of a band's bins that its peak and its valley are the mean of. */
  private static final double QUANTILE = 0.02;

  /**
   * Neighbouring bins.
   *
   * @param first the first
   * @param end the one after the last
   */
  record Range(int first, int end) {}

  private final int[] firstBin;
  private final int[] endBin;
  private final int[] chosen;

  /**
   * The bands.
   *
   * @param octaves number of bands above the first
   * @throws InvalidInputException if the last would begin above the Nyquist frequency
   */
  ContrastBands(SpectrumShape shape, int octaves) {
    firstBin = new int[octaves + 1];
    endBin = new int[octaves + 1];
    chosen = new int[octaves + 1];
    for (int band = 0; band <= octaves; band++) {
      double low = band == 0 ? 0 : FIRST_EDGE_HERTZ * Math.pow(2, band - 1.0);
      double high = FIRST_EDGE_HERTZ * Math.pow(2, band);
      if (low >= shape.sampleRate() / 2.0) {
        throw new InvalidInputException(
            "contrast_bands: band %d begins at %.0f Hz, above half of sample_rate %d; ask for fewer"
                .formatted(band, low, shape.sampleRate()));
      }
      place(band, (int) Math.ceil(low / shape.frequency(1)), high, shape);
    }
  }

  private void place(int band, int firstInside, double high, SpectrumShape shape) {
    boolean last = band == firstBin.length - 1;
    int endInside = Math.min((int) Math.floor(high / shape.frequency(1)) + 1, shape.bins());
    int end = last ? shape.bins() : endInside;
    // Each band but the first also has the bin below its edge, and all but the last lose their top.
    firstBin[band] = band == 0 ? firstInside : firstInside - 1;
    endBin[band] = last ? end : end - 1;
    chosen[band] = (int) Math.max(1, Math.rint(QUANTILE * (end - firstBin[band])));
    if (endBin[band] - firstBin[band] < 1 || firstBin[band] < 0) {
      throw new InvalidInputException(
          "contrast_bands: band %d has no frequency bin with fft_size %d; ask for a larger one"
              .formatted(band, shape.fftSize()));
    }
  }

  int count() {
    return firstBin.length;
  }

  Range bins(int band) {
    return new Range(firstBin[band], endBin[band]);
  }

  /** The most of all bands' {@link #chosen}. */
  int mostChosen() {
    return Arrays.stream(chosen).max().orElseThrow();
  }

  /** How many of the band's bins its peak and its valley are the mean of. */
  int chosen(int band) {
    return chosen[band];
  }
}
