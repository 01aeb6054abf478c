package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A network to be fine-tuned in stages, each of which goes on from an epoch of the one before.
 *
 * @param name what the model is called in results
 * @param start where its weights come from
 * @param validationShare share of the clips of the split's training and validation parts together
 *     that is drawn anew for validation, stratified by emotion; the split's own validation part if
 *     left out
 * @param longestSeconds clips are cut to this length, in training and afterwards
 * @param stages in their order, one at least
 */
public record FineTuningSettings(
    String name,
    StartingPoint start,
    Optional<Double> validationShare,
    @JsonProperty(defaultValue = "15.0") double longestSeconds,
    List<TrainingStage> stages) {

  public FineTuningSettings {
    stages = List.copyOf(stages);
  }

  /** The network with other stages. */
  public FineTuningSettings withStages(List<TrainingStage> others) {
    return new FineTuningSettings(name, start, validationShare, longestSeconds, others);
  }
}
