package dev.emovox.evaluation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds up clips by their confidence. */
final class BinSums {
  private final int[] clips;
  private final int[] right;
  private final double[] confidence;

  BinSums(int bins) {
    clips = new int[bins];
    right = new int[bins];
    confidence = new double[bins];
  }

  /** Adds a clip. */
  void add(double itsConfidence, boolean isRight) {
    int bin = bin(itsConfidence);
    clips[bin]++;
    right[bin] += isRight ? 1 : 0;
    confidence[bin] += itsConfidence;
  }

  /** The first bin whose upper end is not below the confidence. */
  private int bin(double itsConfidence) {
    int bin = 0;
    while (bin < clips.length - 1 && itsConfidence > end(bin)) {
      bin++;
    }
    return bin;
  }

  private double end(int bin) {
    return (bin + 1) / (double) clips.length;
  }

  Calibration calibration(double brierScore) {
    int all = Arrays.stream(clips).sum();
    List<ConfidenceBin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < clips.length; b++) {
      int count = Math.max(1, clips[b]);
      double from = b == 0 ? 0 : end(b - 1);
      ConfidenceBin bin =
          new ConfidenceBin(
              from, end(b), clips[b], confidence[b] / count, right[b] / (double) count);
      bins.add(bin);
      error += clips[b] * Math.abs(bin.gap());
    }
    double sum = Arrays.stream(confidence).sum();
    double share = Arrays.stream(right).sum() / (double) all;
    return new Calibration(all, error / all, brierScore, sum / all, share, bins);
  }
}
