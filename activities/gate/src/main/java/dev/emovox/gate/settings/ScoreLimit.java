package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The least score on all test clips.
 *
 * @param metric which score
 * @param atLeast from 0 to 1
 * @param measure what of it
 * @param split whose test part; the model's own split if left out
 */
public record ScoreLimit(
    GateMetric metric,
    double atLeast,
    @JsonProperty(defaultValue = "value") Measure measure,
    Optional<String> split) {

  public ScoreLimit {
    Shares.require("at_least", atLeast);
  }
}
