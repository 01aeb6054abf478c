package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The least score on the test clips of one corpus, or of each.
 *
 * @param corpus which; each that the test part has if left out
 * @param metric which score
 * @param atLeast from 0 to 1
 * @param measure what of it
 * @param split whose test part; the model's own split if left out
 */
public record CorpusLimit(
    Optional<String> corpus,
    GateMetric metric,
    double atLeast,
    @JsonProperty(defaultValue = "value") Measure measure,
    Optional<String> split) {

  public CorpusLimit {
    Shares.require("at_least", atLeast);
  }
}
