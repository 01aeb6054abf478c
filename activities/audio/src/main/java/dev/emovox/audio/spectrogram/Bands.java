package dev.emovox.audio.spectrogram;

/**
 * The rows of a map of levels: bands of frequencies of equal width on a scale. A band that is wider
 * than a bin of the spectrum is the mean of those whose middle it holds; a narrower one is between
 * the two nearest.
 */
final class Bands {
  private final int[] first;
  private final int[] end;
  private final double[] middle;

  Bands(int count, int transformSize, double highest, FrequencyScale scale) {
    first = new int[count];
    end = new int[count];
    middle = new double[count];
    double binHertz = 2 * highest / transformSize;
    double whole = scale.fromHertz(highest);
    for (int band = 0; band < count; band++) {
      double low = scale.toHertz(whole * band / count) / binHertz;
      double high = scale.toHertz(whole * (band + 1) / count) / binHertz;
      first[band] = (int) Math.ceil(low);
      end[band] = Math.min((int) Math.ceil(high), transformSize / 2 + 1);
      middle[band] = (low + high) / 2;
    }
  }

  int count() {
    return middle.length;
  }

  double mean(int band, float[] spectrum) {
    if (end[band] - first[band] < 2) {
      int below = Math.min((int) middle[band], spectrum.length - 2);
      double share = middle[band] - below;
      return (1 - share) * spectrum[below] + share * spectrum[below + 1];
    }
    double sum = 0;
    for (int bin = first[band]; bin < end[band]; bin++) {
      sum += spectrum[bin];
    }
    return sum / (end[band] - first[band]);
  }
}
