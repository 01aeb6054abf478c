package dev.emovox.finetuning;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network says about one clip: the logarithm of each class's probability, in double
 * precision.
 *
 * @param logProbabilities in the order of the classes
 */
public record ClassDistribution(List<Double> logProbabilities) {
  public ClassDistribution {
    logProbabilities = List.copyOf(logProbabilities);
  }

  /** Log-softmax of one row of logits. */
  public static ClassDistribution of(double[] logits) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      highest = Math.max(highest, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += StrictMath.exp(logit - highest);
    }
    double logSum = StrictMath.log(sum);
    List<Double> values = new ArrayList<>();
    for (double logit : logits) {
      values.add(logit - highest - logSum);
    }
    return new ClassDistribution(values);
  }

  /** Each class's probability. */
  public List<Double> probabilities() {
    return logProbabilities.stream().map(StrictMath::exp).toList();
  }

  /** The likeliest class; of equals the first. */
  public int likeliest() {
    int best = 0;
    for (int i = 1; i < logProbabilities.size(); i++) {
      if (logProbabilities.get(i) > logProbabilities.get(best)) {
        best = i;
      }
    }
    return best;
  }

  /** The loss if {@code index} is the right class. */
  public double crossEntropy(int index) {
    return -logProbabilities.get(index);
  }
}
