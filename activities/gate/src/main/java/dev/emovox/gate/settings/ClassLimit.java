package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The least recall of one class, or of each.
 *
 * @param label which class; each that the test part has if left out
 * @param recall from 0 to 1
 * @param split whose test part; the model's own split if left out
 */
public record ClassLimit(
    @JsonProperty("class") Optional<String> label, double recall, Optional<String> split) {

  public ClassLimit {
    Shares.require("recall", recall);
  }
}
