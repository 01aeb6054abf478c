package dev.emovox.audit.testing;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.Span;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The plan of {@link CleanRun}, and changes to it. */
public final class Plans {
  private Plans() {}

  static ExperimentPlan plan() {
    return new ExperimentPlan(
        "tiny-1",
        "tiny",
        42,
        List.of("/speech"),
        List.of(new CorpusSource(Speech.CORPUS, Speech.DEFINITION)),
        List.of(
            new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.6, 0.2, 0.2),
            new SplitSettings("unseen", SplitPolicy.SPEAKER_DISJOINT, 0.5, 0.25, 0.25)),
        List.of(FeatureSettings.paper()),
        10,
        List.of(
            new BaselineSettings.LogisticRegression(
                "regression",
                1,
                20,
                Optional.empty(),
                Optional.of(
                    new OfflineAugmentation(
                        "louder", 1, List.of(new AugmentationStep.Gain(Span.of(3), 1)))))),
        List.of(
            new FineTuningSettings(
                "network",
                new StartingPoint.Scratch("{}"),
                Optional.empty(),
                15,
                List.of(
                    stage("first", TrainingStage.Resume.WEIGHTS),
                    stage("second", TrainingStage.Resume.FULL_STATE)))),
        new RegistrationPlan("emovox", "random"),
        "experiment: tiny\n");
  }

  private static TrainingStage stage(String name, TrainingStage.Resume resume) {
    return new TrainingStage(
        name,
        3,
        resume,
        new BatchSettings(4, 60, 1, true),
        new OptimiserSettings(1e-4, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
        new LossSettings(0, LossSettings.ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        TrainingStage.Precision.FLOAT32,
        false,
        new AugmentationSettings(0, 0, 0, 0),
        new EpochSelection.Best(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL),
        Optional.empty());
  }

  /** The plan with one of the network's stages changed. */
  public static ExperimentPlan withStage(
      ExperimentPlan plan, int index, UnaryOperator<TrainingStage> change) {
    FineTuningSettings network = plan.networks().get(0);
    List<TrainingStage> stages = new ArrayList<>(network.stages());
    stages.set(index, change.apply(stages.get(index)));
    return with(plan, plan.splits(), plan.features(), List.of(network.withStages(stages)));
  }

  /** The plan with other splits, features and networks. */
  public static ExperimentPlan with(
      ExperimentPlan plan,
      List<SplitSettings> splits,
      List<FeatureSettings> features,
      List<FineTuningSettings> networks) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        splits,
        features,
        plan.clipsPerShard(),
        plan.models(),
        networks,
        plan.registration(),
        plan.configuration());
  }

  /** A stage that ends otherwise, or goes on from something else. */
  public static TrainingStage stage(
      TrainingStage stage, TrainingStage.Resume resume, EpochSelection selection) {
    return new TrainingStage(
        stage.name(),
        stage.epochs(),
        resume,
        stage.batches(),
        stage.optimiser(),
        stage.loss(),
        stage.freezing(),
        stage.precision(),
        stage.gradientCheckpointing(),
        stage.augmentation(),
        selection,
        stage.earlyStopping());
  }

  /** A stage that learns faster or slower. */
  public static TrainingStage withLearningRate(TrainingStage stage, double rate) {
    return new TrainingStage(
        stage.name(),
        stage.epochs(),
        stage.resume(),
        stage.batches(),
        new OptimiserSettings(rate, 0.01, 1, OptimiserSettings.Schedule.CONSTANT, 0, 1, 1),
        stage.loss(),
        stage.freezing(),
        stage.precision(),
        stage.gradientCheckpointing(),
        stage.augmentation(),
        stage.selection(),
        stage.earlyStopping());
  }
}
