package dev.emovox.audio.decode;

import java.util.Arrays;

/** Reads the subframes of FLAC: one channel of one block (RFC 9639, section 9.2). */
final class FlacSubframe {
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private final BitReader bits;

  FlacSubframe(BitReader bits) {
    this.bits = bits;
  }

  /**
   * Reads a subframe.
   *
   * @param samples receives the first {@code size} samples
   * @param width bits of a sample
   */
  void read(int[] samples, int size, int width) {
    if (bits.unsigned(1) != 0) {
      throw Failure.corrupt("A FLAC subframe has its padding bit set");
    }
    int type = (int) bits.unsigned(6);
    int wasted = bits.unsigned(1) == 0 ? 0 : bits.zerosBeforeOne() + 1;
    if (wasted >= width) {
      throw Failure.corrupt("A FLAC subframe wastes all its bits");
    }
    readBody(type, samples, size, width - wasted);
    for (int i = 0; wasted > 0 && i < size; i++) {
      samples[i] <<= wasted;
    }
  }

  private void readBody(int type, int[] samples, int size, int width) {
    if (type == 0) {
      Arrays.fill(samples, 0, size, bits.signed(width));
    } else if (type == 1) {
      readPlain(samples, size, width);
    } else if (type >= 8 && type <= 12) {
      readFixed(type - 8, samples, size, width);
    } else if (type >= 32) {
      readLinear(type - 31, samples, size, width);
    } else {
      throw Failure.corrupt("A FLAC subframe is of a reserved type");
    }
  }

  private void readPlain(int[] samples, int count, int width) {
    for (int i = 0; i < count; i++) {
      samples[i] = bits.signed(width);
    }
  }

  private void readFixed(int order, int[] samples, int size, int width) {
    readWarmUp(order, samples, size, width);
    readResidual(order, samples, size);
    predict(FIXED[order], 0, samples, size);
  }

  private void readLinear(int order, int[] samples, int size, int width) {
    readWarmUp(order, samples, size, width);
    int precision = (int) bits.unsigned(4) + 1;
    int shift = bits.signed(5);
    if (precision == 16 || shift < 0) {
      throw Failure.corrupt("A FLAC subframe has an invalid predictor");
    }
    int[] coefficients = new int[order];
    readPlain(coefficients, order, precision);
    readResidual(order, samples, size);
    predict(coefficients, shift, samples, size);
  }

  private void readWarmUp(int order, int[] samples, int size, int width) {
    if (order > size) {
      throw Failure.corrupt("A FLAC predictor is longer than its block");
    }
    readPlain(samples, order, width);
  }

  private static void predict(int[] coefficients, int shift, int[] samples, int size) {
    int order = coefficients.length;
    for (int i = order; i < size; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += (long) coefficients[j] * samples[i - 1 - j];
      }
      samples[i] += (int) (sum >> shift);
    }
  }

  private void readResidual(int order, int[] samples, int size) {
    int method = (int) bits.unsigned(2);
    if (method > 1) {
      throw Failure.corrupt("A FLAC residual is of a reserved kind");
    }
    int parameterBits = 4 + method;
    int partitionOrder = (int) bits.unsigned(4);
    int partitionSize = size >> partitionOrder;
    if ((partitionSize << partitionOrder) != size || partitionSize < order) {
      throw Failure.corrupt("A FLAC residual is partitioned against the rules");
    }
    int start = order;
    for (int end = partitionSize; end <= size && partitionSize > 0; end += partitionSize) {
      readPartition(samples, start, end, parameterBits);
      start = end;
    }
  }

  private void readPartition(int[] samples, int start, int end, int parameterBits) {
    int parameter = (int) bits.unsigned(parameterBits);
    if (parameter == (1 << parameterBits) - 1) {
      int width = (int) bits.unsigned(5);
      for (int i = start; i < end; i++) {
        samples[i] = width == 0 ? 0 : bits.signed(width);
      }
      return;
    }
    for (int i = start; i < end; i++) {
      int folded = (bits.zerosBeforeOne() << parameter) | (int) bits.unsigned(parameter);
      samples[i] = (folded >>> 1) ^ -(folded & 1);
    }
  }
}
