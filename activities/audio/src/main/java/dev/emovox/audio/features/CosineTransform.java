package dev.emovox.audio.features;

/** The orthonormal discrete cosine transform of the second kind, first values only. Immutable. */
final class CosineTransform {
  private final double[][] basis;

  /**
   * A transform.
   *
   * @param inputs length of the input
   * @param outputs how many values, from the first
   */
  CosineTransform(int inputs, int outputs) {
    basis = new double[outputs][inputs];
    for (int k = 0; k < outputs; k++) {
      double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / inputs);
      for (int n = 0; n < inputs; n++) {
        basis[k][n] = scale * Math.cos(Math.PI * k * (2 * n + 1) / (2.0 * inputs));
      }
    }
  }

  /** How many values it has. */
  int outputs() {
    return basis.length;
  }

  /**
   * Adds what one input contributes.
   *
   * @param input which
   * @param values of that input, one a frame
   * @param table rows by output
   */
  void add(int input, double[] values, double[][] table) {
    for (int output = 0; output < basis.length; output++) {
      add(basis[output][input], values, table[output]);
    }
  }

  private static void add(double factor, double[] values, double[] sums) {
    for (int frame = 0; frame < sums.length; frame++) {
      sums[frame] += factor * values[frame];
    }
  }
}
