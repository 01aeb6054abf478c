package dev.emovox.cli.prediction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/** What the service answers to a clip, as far as it is used here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ServiceAnswer(String id, String label, Map<String, Double> probabilities, Model model) {

  /** The model that answered. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Model(String version, String digest) {}

  FileOutcome outcome(String path) {
    ModelName name = new ModelName(model.version(), model.digest());
    return new FileOutcome.Predicted(path, label, probabilities, null, name, id);
  }
}
