package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The reference of one quantity in a form of bounded size: a histogram of all its values, and some
 * of them, at even distances in their order.
 *
 * @param edges ascending bounds of the bins, a tenth of the values between two; a value on a bound
 *     is counted below it
 * @param counts values of each bin, one bin more than bounds
 * @param values at most {@link #MOST_VALUES} of the values in ascending order, the least and the
 *     greatest among them
 */
public record Distribution(List<Double> edges, List<Long> counts, List<Double> values) {
  /** More than enough: the distance between two distributions is off by 1/256 at most. */
  static final int MOST_VALUES = 257;

  private static final int BINS = 10;

  public Distribution {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
    values = List.copyOf(values);
    boolean right =
        edges.size() == BINS - 1
            && counts.size() == BINS
            && isAscending(edges)
            && counts.stream().allMatch(count -> count >= 0 && count <= Integer.MAX_VALUE)
            && !values.isEmpty()
            && values.size() <= MOST_VALUES
            && values.size() <= counts.stream().mapToLong(Long::longValue).sum()
            && isAscending(values);
    if (!right) {
      throw new InvalidInputException(
          "This is no distribution: it needs %d ascending edges, %d counts and 1 to %d ascending values, and has %d, %d and %d."
              .formatted(BINS - 1, BINS, MOST_VALUES, edges.size(), counts.size(), values.size()));
    }
  }

  private static boolean isAscending(List<Double> numbers) {
    return numbers.stream().allMatch(Double::isFinite)
        && IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) <= numbers.get(i));
  }

  /** The distribution of all values. */
  public static Distribution of(Sample sample) {
    double[] edges = new double[BINS - 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = sample.quantile((i + 1.0) / BINS);
    }
    return new Distribution(
        Arrays.stream(edges).boxed().toList(),
        Arrays.stream(counts(sample, edges)).boxed().toList(),
        thinned(sample).boxed().toList());
  }

  private static DoubleStream thinned(Sample sample) {
    int size = Math.min(sample.size(), MOST_VALUES);
    return IntStream.range(0, size)
        .map(i -> (int) Math.round(i * (sample.size() - 1.0) / Math.max(1, size - 1)))
        .mapToDouble(sample::get);
  }

  private static long[] counts(Sample sample, double[] edges) {
    long[] counts = new long[edges.length + 1];
    int bin = 0;
    for (int i = 0; i < sample.size(); i++) {
      while (bin < edges.length && sample.get(i) > edges[bin]) {
        bin++;
      }
      counts[bin]++;
    }
    return counts;
  }

  /** How many values there were. */
  public long size() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The kept values. */
  Sample sample() {
    return Sample.of(values.stream().mapToDouble(Double::doubleValue));
  }

  /** The middle value. */
  public double median() {
    return sample().quantile(0.5);
  }

  /** The population stability index of a window. */
  double stability(Sample window) {
    double[] bounds = edges.stream().mapToDouble(Double::doubleValue).toArray();
    long[] reference = counts.stream().mapToLong(Long::longValue).toArray();
    return PopulationStability.of(reference, counts(window, bounds));
  }

  /** Whether a window is of this distribution. */
  KolmogorovSmirnov test(Sample window) {
    return KolmogorovSmirnov.of(sample(), size(), window);
  }
}
