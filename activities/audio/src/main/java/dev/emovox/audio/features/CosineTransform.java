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

  float[] of(double[] input) {
    float[] output = new float[basis.length];
    for (int k = 0; k < output.length; k++) {
      double sum = 0;
      for (int n = 0; n < input.length; n++) {
        sum += basis[k][n] * input[n];
      }
      output[k] = (float) sum;
    }
    return output;
  }
}
