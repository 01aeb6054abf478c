package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is computed of the frames of a clip besides the means of MFCC, chroma and contrast.
 *
 * @param statistics over time, in this order: {@code mean}, {@code std} (standard deviation, of all
 *     frames), and percentiles {@code p0} to {@code p100}
 * @param deltas highest order of the derivatives over time that are added of MFCC, chroma and
 *     contrast: 0 for none, 1 for velocity, 2 for velocity and acceleration
 * @param descriptors what else is computed, in this order
 */
public record FeaturePooling(
    List<String> statistics,
    @JsonProperty(defaultValue = "0") int deltas,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty(defaultValue = "[]")
        List<Descriptor> descriptors) {
  /** The highest order of derivatives. */
  public static final int MOST_DELTAS = 2;

  private static final Pattern STATISTIC = Pattern.compile("mean|std|p(0|[1-9][0-9]?|100)");

  /** What the paper does. */
  public static final FeaturePooling MEANS = new FeaturePooling(List.of("mean"), 0, List.of());

  public FeaturePooling {
    statistics = List.copyOf(statistics);
    descriptors = descriptors == null ? List.of() : List.copyOf(descriptors);
  }

  /** Whether there is a statistic of that name. */
  public static boolean isStatistic(String name) {
    return STATISTIC.matcher(name).matches();
  }

  /** How many values there are for {@code rows} values a frame. */
  int size(int rows) {
    int size = rows * (1 + deltas) * statistics.size();
    for (Descriptor descriptor : descriptors) {
      size += size(descriptor);
    }
    return size;
  }

  private int size(Descriptor descriptor) {
    return switch (descriptor) {
      case ZERO_CROSSING_RATE, ENERGY -> statistics.size();
      case FUNDAMENTAL_FREQUENCY -> statistics.size() + 1;
      case JITTER, SHIMMER, ONSET_RATE -> 1;
    };
  }
}
