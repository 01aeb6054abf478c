package dev.emovox.wav2vec2.testing;

/** How far two lists of numbers are apart. */
public final class Differences {
  private Differences() {}

  /** The largest absolute difference; not a number if any of them is none. */
  public static double largest(float[] actual, float[] expected) {
    requireSameLength(actual, expected);
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs((double) actual[i] - expected[i]);
      largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
    }
    return largest;
  }

  /** The Euclidean norm of the difference, relative to that of what is expected. */
  public static double relative(float[] actual, float[] expected) {
    requireSameLength(actual, expected);
    double squares = 0;
    for (int i = 0; i < actual.length; i++) {
      squares += Math.pow((double) actual[i] - expected[i], 2);
    }
    return Math.sqrt(squares) / norm(expected);
  }

  /** The Euclidean norm. */
  public static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static void requireSameLength(float[] actual, float[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(actual.length + " numbers instead of " + expected.length);
    }
  }
}
