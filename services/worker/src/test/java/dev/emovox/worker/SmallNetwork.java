package dev.emovox.worker;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;
import dev.emovox.domain.TrainingStage.Resume;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;

/** A network of some thousand parameters, trained in two stages. */
final class SmallNetwork {
  static final String NAME = "tiny";
  static final String FIRST = "stage-1";
  static final String SECOND = "stage-2";
  static final int SECOND_EPOCHS = 2;

  private static final int WIDTH = 24;

  private static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [16, 16, 16], "conv_kernel": [16, 8, 4],
       "conv_stride": [8, 6, 4], "hidden_size": %d, "num_attention_heads": 2,
       "num_hidden_layers": 2, "intermediate_size": %d, "num_conv_pos_embeddings": 6,
       "num_conv_pos_embedding_groups": 2, "classifier_proj_size": 16, "mask_time_prob": 0.1,
       "mask_time_length": 2, "layerdrop": 0.1, "initializer_range": 0.1}
      """;

  private SmallNetwork() {}

  /**
   * The same run with this network alone, on the random split.
   *
   * @param epochs of the first stage
   */
  static ExperimentPlan plan(ExperimentPlan plan, int epochs) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits().subList(0, 1),
        null,
        plan.clipsPerShard(),
        List.of(),
        List.of(settings(epochs)),
        new RegistrationPlan(SmallExperiment.MODEL, plan.splits().get(0).name()),
        plan.configuration());
  }

  /** The architecture with so many numbers for each frame. */
  static String wide(int width) {
    return ARCHITECTURE.formatted(width, 2 * width);
  }

  /** Everything that is random in training, an optimiser's state that goes on, and a choice. */
  static FineTuningSettings settings(int epochs) {
    return new FineTuningSettings(
        NAME,
        new StartingPoint.Scratch(wide(WIDTH)),
        Optional.of(0.2),
        2,
        List.of(
            stage(FIRST, epochs, Resume.WEIGHTS), stage(SECOND, SECOND_EPOCHS, Resume.FULL_STATE)));
  }

  private static TrainingStage stage(String name, int epochs, Resume resume) {
    return new TrainingStage(
        name,
        epochs,
        resume,
        new BatchSettings(8, 10, 2, true),
        new OptimiserSettings(3e-3, 0.01, 1, Schedule.COSINE, 0.1, 1, 1),
        new LossSettings(0.05, LossSettings.ClassWeights.BALANCED),
        new FreezingSettings(false, 0),
        Precision.FLOAT32,
        false,
        new AugmentationSettings(0.5, 6, 20, 0.02),
        new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL),
        Optional.empty());
  }
}
