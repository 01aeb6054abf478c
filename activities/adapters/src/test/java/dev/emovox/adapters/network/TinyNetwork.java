package dev.emovox.adapters.network;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;

/** Settings of a network of a few thousand numbers, in two stages. */
public final class TinyNetwork {
  public static final long SEED = 5;

  /** The text of its {@code config.json}. */
  public static final String ARCHITECTURE =
      """
      {
        "model_type": "wav2vec2",
        "hidden_size": 16,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "conv_dim": [8, 8, 8, 8, 8, 8, 8],
        "num_conv_pos_embeddings": 8,
        "num_conv_pos_embedding_groups": 2,
        "classifier_proj_size": 8
      }
      """;

  private TinyNetwork() {}

  /** A stage that learns fast. */
  public static TrainingStage stage(String name, int epochs, EpochSelection selection) {
    return new TrainingStage(
        name,
        epochs,
        TrainingStage.Resume.WEIGHTS,
        new BatchSettings(16, 60, 1, true),
        new OptimiserSettings(1e-3, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
        new LossSettings(0, LossSettings.ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        TrainingStage.Precision.FLOAT32,
        false,
        new AugmentationSettings(0, 0, 0, 0),
        selection,
        Optional.empty());
  }

  /** The epoch of best recall. */
  public static EpochSelection best() {
    return new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL);
  }

  /** From random weights; the second stage chosen by hand. */
  public static FineTuningSettings settings() {
    return new FineTuningSettings(
        "tiny",
        new StartingPoint.Scratch(ARCHITECTURE),
        Optional.empty(),
        1.0,
        List.of(
            stage("stage-1", 3, best()),
            stage("stage-2", 3, new EpochSelection.Chosen(2, "looked best by ear"))));
  }

  /** A plan with one random split and this network. */
  public static ExperimentPlan plan(FineTuningSettings settings) {
    return plan(settings, SplitPolicy.STRATIFIED_RANDOM);
  }

  /** A plan with one split and this network. */
  public static ExperimentPlan plan(FineTuningSettings settings, SplitPolicy policy) {
    return new ExperimentPlan(
        "networks-run",
        "networks",
        SEED,
        List.of("/speech"),
        List.of(),
        List.of(split("random", policy)),
        List.of(),
        100,
        List.of(),
        List.of(settings),
        new RegistrationPlan("emovox-networks", "random"),
        "experiment: networks\n");
  }

  /** A split of usual shares. */
  public static SplitSettings split(String name, SplitPolicy policy) {
    return new SplitSettings(name, policy, 0.6, 0.2, 0.2);
  }

  /** The request to train it. */
  public static FineTuningRequest request(
      ExperimentPlan plan, ArtifactRef manifest, ArtifactRef split, LabelSet labels) {
    return new FineTuningRequest(
        plan.networks().get(0),
        plan.splits().get(0).name(),
        manifest,
        split,
        labels,
        plan.seed(),
        plan,
        new TrackedRun("", "", ""));
  }

  /** The same request as part of a run in MLflow. */
  public static FineTuningRequest in(TrackedRun run, FineTuningRequest request) {
    return new FineTuningRequest(
        request.settings(),
        request.splitName(),
        request.manifest(),
        request.split(),
        request.labels(),
        request.seed(),
        request.plan(),
        run);
  }
}
