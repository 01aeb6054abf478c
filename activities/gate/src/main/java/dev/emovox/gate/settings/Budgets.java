package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What a model may cost.
 *
 * @param megabytes most of its package, in millions of bytes
 * @param latency how fast it must answer
 */
public record Budgets(Optional<Long> megabytes, Optional<Latency> latency) {
  private static final long LARGEST = 1_000_000;

  public Budgets {
    megabytes.ifPresent(value -> Shares.requireRange("megabytes", value, LARGEST));
  }

  /**
   * The median time of a prediction, measured on the worker that judges, with a made-up clip that
   * is always the same.
   *
   * @param milliseconds most
   * @param predictions how many are timed, after some that are not
   * @param seconds length of the clip
   */
  public record Latency(
      long milliseconds,
      @JsonProperty(defaultValue = "20") int predictions,
      @JsonProperty(defaultValue = "3") int seconds) {
    private static final long LONGEST = 600_000;
    private static final int MOST_PREDICTIONS = 1000;
    private static final int LONGEST_CLIP = 30;

    public Latency {
      Shares.requireRange("milliseconds", milliseconds, LONGEST);
      Shares.requireRange("predictions", predictions, MOST_PREDICTIONS);
      Shares.requireRange("seconds", seconds, LONGEST_CLIP);
    }
  }
}
