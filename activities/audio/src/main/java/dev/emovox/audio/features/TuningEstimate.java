package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * How far a signal's pitches lie from the grid of A = 440 Hz, as {@code librosa.estimate_tuning} on
 * a power spectrogram: spectral peaks by quadratic interpolation (J. O. Smith, PARSHL, 1987), the
 * louder half of them, and the fullest of a hundred cells of deviation.
 *
 * <p>Values are rounded to single precision where librosa's are, since a deviation next to a cell's
 * edge decides which cell is fullest. Buffers are reused; for one thread at a time.
 */
final class TuningEstimate {
  /** Number of cells that a pitch class is divided into. */
  static final int CELLS = 100;

  private static final double LOWEST_HERTZ = 150;
  private static final double HIGHEST_HERTZ = 4000;
  private static final double PEAK_THRESHOLD = 0.1;

  /** Bins that are passed over together where none is loud. */
  private static final int GROUP = 8;

  private static final float A0_HERTZ = 27.5f;

  private final SpectrumShape shape;
  private final int pitchClasses;
  private final int firstBin;
  private final int endBin;
  private final float[] pitches;
  private final float[] heights;
  private final float[] ranked;
  private final double[] thresholds;

  /** The largest power in each group of bins: group, then frame. */
  private final double[][] loudest;

  private final int[] counts = new int[CELLS];
  private int peaks;

  TuningEstimate(SpectrumShape shape, int pitchClasses) {
    this.shape = shape;
    this.pitchClasses = pitchClasses;
    double nyquist = shape.sampleRate() / 2.0;
    double width = shape.frequency(1);
    firstBin = Math.max(1, (int) Math.ceil(LOWEST_HERTZ / width));
    endBin = (int) Math.ceil(Math.min(HIGHEST_HERTZ, nyquist) / width);
    int most = shape.frames() * ((endBin - firstBin) / 2 + 1);
    pitches = new float[most];
    heights = new float[most];
    ranked = new float[most];
    thresholds = new double[shape.framesOfBlock()];
    loudest = new double[(shape.bins() + GROUP - 1) / GROUP][shape.framesOfBlock()];
  }

  /** The deviation at a cell's lower edge, in pitch classes from -0.5. */
  static double deviation(int cell) {
    return cell * (1.0 / CELLS) - 0.5;
  }

  /** The fullest cell of a signal's deviations; the one without deviation if there are no peaks. */
  int cell(PowerSpectrogram spectrogram) {
    peaks = 0;
    for (int block = 0; block < spectrogram.blocks(); block++) {
      addPeaks(spectrogram.power(block), spectrogram.frames(block));
    }
    if (peaks == 0) {
      return CELLS / 2;
    }
    Arrays.fill(counts, 0);
    float threshold = medianHeight();
    for (int i = 0; i < peaks; i++) {
      if (heights[i] >= threshold) {
        counts[cellOf(pitches[i])]++;
      }
    }
    return fullest();
  }

  private void addPeaks(double[][] power, int frames) {
    setThresholds(power);
    for (int group = firstBin / GROUP; group * GROUP < endBin; group++) {
      double[] highest = loudest[group];
      for (int frame = 0; frame < frames; frame++) {
        if (highest[frame] > thresholds[frame]) {
          addPeaks(power, group, frame);
        }
      }
    }
  }

  private void addPeaks(double[][] power, int group, int frame) {
    int end = Math.min(endBin, (group + 1) * GROUP);
    for (int bin = Math.max(firstBin, group * GROUP); bin < end; bin++) {
      double before = power[bin - 1][frame];
      double here = power[bin][frame];
      double after = power[bin + 1][frame];
      if (here > thresholds[frame] && here > before && here >= after) {
        addPeak(bin, (float) before, (float) here, (float) after);
      }
    }
  }

  private void setThresholds(double[][] power) {
    Arrays.fill(thresholds, 0);
    for (int group = 0; group < loudest.length; group++) {
      Arrays.fill(loudest[group], 0);
      int end = Math.min(power.length, (group + 1) * GROUP);
      for (int bin = group * GROUP; bin < end; bin++) {
        SortingNetwork.raise(loudest[group], power[bin]);
      }
      SortingNetwork.raise(thresholds, loudest[group]);
    }
    for (int frame = 0; frame < thresholds.length; frame++) {
      thresholds[frame] *= PEAK_THRESHOLD;
    }
  }

  private void addPeak(int bin, float before, float here, float after) {
    double curvature = after + before - 2.0 * here;
    float slope = (after - before) / 2;
    float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : (float) (-slope / curvature);
    pitches[peaks] = (float) ((bin + (double) shift) * shape.sampleRate() / shape.fftSize());
    heights[peaks] = here + 0.5f * slope * shift;
    peaks++;
  }

  private float medianHeight() {
    System.arraycopy(heights, 0, ranked, 0, peaks);
    return Selection.median(ranked, peaks);
  }

  private int cellOf(float hertz) {
    float octaves = (float) (Math.log(hertz / A0_HERTZ) / Math.log(2));
    float deviation = pitchClasses * octaves;
    deviation -= (float) Math.floor(deviation);
    if (deviation >= 0.5f) {
      deviation -= 1;
    }
    int cell = Math.min(CELLS - 1, (int) ((deviation + 0.5) * CELLS));
    if (cell > 0 && deviation < deviation(cell)) {
      return cell - 1;
    }
    return cell < CELLS - 1 && deviation >= deviation(cell + 1) ? cell + 1 : cell;
  }

  private int fullest() {
    int best = 0;
    for (int cell = 1; cell < CELLS; cell++) {
      best = counts[cell] > counts[best] ? cell : best;
    }
    return best;
  }
}
