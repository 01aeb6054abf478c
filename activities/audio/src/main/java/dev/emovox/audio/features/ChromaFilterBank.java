package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * How much each frequency bin counts for each pitch class, from C: Gaussian bumps around the pitch
 * class' frequencies in every octave, each bin's weights of unit length, and less weight away from
 * the fifth octave (D. Ellis, "Chroma feature analysis and synthesis", 2007). Immutable.
 */
final class ChromaFilterBank {
  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;
  private static final double A440_HERTZ = 440;

  /** Octaves that the bin of frequency zero, which has no pitch, is put below the first. */
  private static final double ZERO_BELOW_FIRST = 1.5;

  /** Of a bin's largest weight: what is less would be rounded away in single precision. */
  private static final double LEAST_SHARE = 0x1p-30;

  private final int pitchClasses;
  private final BinWeights weights;

  /**
   * A filter bank.
   *
   * @param tuning deviation from A440 in pitch classes
   */
  ChromaFilterBank(SpectrumShape shape, int pitchClasses, double tuning) {
    this.pitchClasses = pitchClasses;
    double a0 = A440_HERTZ / 16 * Math.pow(2, tuning / pitchClasses);
    double[] positions = new double[shape.bins() + 1];
    for (int bin = 1; bin < positions.length; bin++) {
      positions[bin] = pitchClasses * Math.log(shape.frequency(bin) / a0) / Math.log(2);
    }
    positions[0] = positions[1] - ZERO_BELOW_FIRST * pitchClasses;
    double[][] byPitchClass = new double[pitchClasses][shape.bins()];
    for (int bin = 0; bin < shape.bins(); bin++) {
      double width = Math.max(positions[bin + 1] - positions[bin], 1);
      float[] column = weights(positions[bin], width);
      for (int pitchClass = 0; pitchClass < pitchClasses; pitchClass++) {
        byPitchClass[pitchClass][bin] = column[pitchClass];
      }
    }
    weights = new BinWeights(byPitchClass);
  }

  private float[] weights(double position, double width) {
    double[] bumps = new double[pitchClasses];
    double squares = 0;
    for (int pitchClass = 0; pitchClass < pitchClasses; pitchClass++) {
      double distance = 2 * circular(position - fromA(pitchClass)) / width;
      bumps[pitchClass] = Math.exp(-0.5 * distance * distance);
      squares += bumps[pitchClass] * bumps[pitchClass];
    }
    double octaves = (position / pitchClasses - CENTRE_OCTAVE) / OCTAVE_WIDTH;
    double scale = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
    float[] weights = new float[pitchClasses];
    double largest = Arrays.stream(bumps).max().orElse(0);
    for (int pitchClass = 0; pitchClass < pitchClasses; pitchClass++) {
      boolean shows = bumps[pitchClass] > LEAST_SHARE * largest;
      weights[pitchClass] = shows ? (float) (bumps[pitchClass] * scale) : 0;
    }
    return weights;
  }

  /** Steps from A up to a pitch class counted from C, three semitones above A. */
  private int fromA(int pitchClass) {
    return (pitchClass + 3 * (pitchClasses / 12)) % pitchClasses;
  }

  /** A distance taken around the circle of pitch classes, into half a circle either way. */
  private double circular(double distance) {
    double half = Math.rint(pitchClasses / 2.0);
    double turned = (distance + half + 10.0 * pitchClasses) % pitchClasses;
    return (turned < 0 ? turned + pitchClasses : turned) - half;
  }

  /**
   * The energy in each pitch class.
   *
   * @param power rows by bin with a value a frame
   * @param energy receives rows by pitch class
   */
  void apply(double[][] power, double[][] energy) {
    for (int pitchClass = 0; pitchClass < pitchClasses; pitchClass++) {
      weights.apply(pitchClass, power, energy[pitchClass]);
    }
  }
}
