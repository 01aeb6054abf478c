package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One stage of fine-tuning.
 *
 * @param name what it is called in results
 * @param epochs passes over the training clips, at most
 * @param resume what it takes over from the selected epoch of the stage before; the first stage has
 *     none before it
 * @param batches how clips become steps
 * @param optimiser how steps change weights
 * @param loss what is made smaller
 * @param freezing which weights stay as they are
 * @param precision in which numbers the device computes
 * @param gradientCheckpointing whether layers are computed again in the backward pass, to save
 *     memory
 * @param augmentation what is done to training clips, anew in each epoch
 * @param selection which epoch the stage ends with
 * @param earlyStopping when to stop before the last epoch; never if left out
 */
public record TrainingStage(
    String name,
    int epochs,
    @JsonProperty(defaultValue = "weights") Resume resume,
    BatchSettings batches,
    OptimiserSettings optimiser,
    @JsonProperty(defaultValue = "{}") LossSettings loss,
    @JsonProperty(defaultValue = "{}") FreezingSettings freezing,
    @JsonProperty(defaultValue = "float32") Precision precision,
    @JsonProperty(defaultValue = "false") boolean gradientCheckpointing,
    @JsonProperty(defaultValue = "{}") AugmentationSettings augmentation,
    @JsonProperty(defaultValue = "{policy: best}") EpochSelection selection,
    Optional<EarlyStopping> earlyStopping) {

  /** What a stage takes over from an epoch of the stage before. */
  public enum Resume {
    /** The weights; the optimiser starts afresh. */
    @JsonProperty("weights")
    WEIGHTS,
    /** Weights and the optimiser's state. */
    @JsonProperty("full-state")
    FULL_STATE
  }

  /** In which numbers a device computes; weights and the optimiser's state are always 32-bit. */
  public enum Precision {
    /** IEEE 754 binary32. */
    @JsonProperty("float32")
    FLOAT32,
    /** Matrix products in bfloat16, where the device has it. */
    @JsonProperty("bfloat16")
    BFLOAT16
  }

  /** The stage with another augmentation. */
  public TrainingStage withAugmentation(AugmentationSettings other) {
    return new TrainingStage(
        name,
        epochs,
        resume,
        batches,
        optimiser,
        loss,
        freezing,
        precision,
        gradientCheckpointing,
        other,
        selection,
        earlyStopping);
  }
}
