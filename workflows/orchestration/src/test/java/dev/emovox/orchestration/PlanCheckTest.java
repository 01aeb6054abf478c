package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Resume;
import dev.emovox.domain.ValidationMetric;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCheckTest {
  private static final ExperimentPlan BASELINES = Plans.twoByTwo("run-1");
  private static final TrainingStage GOOD = Networks.stage(Networks.FIRST, 3);

  @Test
  void baselinesNetworksAndBothAreFine() {
    assertThatCode(
            () -> {
              PlanCheck.verify(BASELINES);
              PlanCheck.verify(Plans.with(BASELINES, Networks.network(GOOD)));
              PlanCheck.verify(Plans.only(BASELINES, Networks.network(GOOD)));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void somethingMustBeTrained() {
    assertThat(complaint(Plans.only(BASELINES))).contains("names no model");
  }

  @Test
  void aNetworkMayNotHaveABaselinesName() {
    assertThat(complaint(Plans.with(BASELINES, Networks.named(Plans.FOREST, GOOD))))
        .contains("same name", "forest");
  }

  @Test
  void modelsAreFittedOnFeaturesThatThereAre() {
    ExperimentPlan both = Plans.withTwoFeatureSets(BASELINES);

    assertThatCode(() -> PlanCheck.verify(both)).doesNotThrowAnyException();
    assertThat(complaint(Plans.onFeatures(both, BASELINES.features())))
        .contains("forest", "paper-seven-versions");
    assertThat(complaint(Plans.onFeatures(BASELINES, List.of()))).contains("no features");
    assertThat(
            complaint(
                Plans.onFeatures(
                    BASELINES, List.of(FeatureSettings.paper(), FeatureSettings.paper()))))
        .contains("feature sets", "same name");
  }

  @Test
  void stagesHaveDistinctNames() {
    assertThat(complaint(Networks.network(GOOD, GOOD))).contains("xlsr", "stage-1");
  }

  @Test
  void thereIsAStage() {
    assertThat(complaint(Networks.network())).contains("xlsr", "no stage");
  }

  @Test
  void theFirstStageHasNoOptimiserToTakeOver() {
    assertThat(complaint(draft -> draft.resume = Resume.FULL_STATE)).contains("first stage");
  }

  @Test
  void aLaterStageMayTakeOverTheOptimiser() {
    TrainingStage later =
        StageDraft.stage(Networks.SECOND, draft -> draft.resume = Resume.FULL_STATE);

    assertThatCode(() -> PlanCheck.verify(Plans.only(BASELINES, Networks.network(GOOD, later))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void anEpochIsChosenAmongThoseOfItsStage(int epoch) {
    assertThat(
            complaint(draft -> draft.selection = new EpochSelection.Chosen(epoch, "as published")))
        .contains("epoch " + epoch, "stage-1");
  }

  @Test
  void anEpochIsChosenForAReason() {
    assertThat(complaint(draft -> draft.selection = new EpochSelection.Chosen(1, " ")))
        .contains("without a reason");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, NetworkCheck.MOST_EPOCHS + 1})
  void epochsAreAFew(int epochs) {
    assertThat(complaint(draft -> draft.epochs = epochs)).contains(epochs + " epochs");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void theValidationShareIsAShare(double share) {
    FineTuningSettings good = Networks.network(GOOD);

    assertThat(
            complaint(
                new FineTuningSettings(
                    good.name(), good.start(), Optional.of(share), 15, good.stages())))
        .contains("validation share");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void clipsHaveALength(double seconds) {
    FineTuningSettings good = Networks.network(GOOD);

    assertThat(
            complaint(
                new FineTuningSettings(
                    good.name(), good.start(), Optional.empty(), seconds, good.stages())))
        .contains("longest clip");
  }

  @Test
  void batchesHaveClips() {
    assertThat(complaint(draft -> draft.batches = new BatchSettings(0, 120, 1, true)))
        .contains("0 clips");
    assertThat(complaint(draft -> draft.batches = new BatchSettings(1, 0, 1, true)))
        .contains("longest batch");
    assertThat(complaint(draft -> draft.batches = new BatchSettings(1, 1, 0, true)))
        .contains("accumulation");
  }

  @Test
  void theOptimiserHasRatesAndShares() {
    assertThat(complaint(draft -> draft.optimiser = optimiser(0, 0, 1))).contains("learning rate");
    assertThat(complaint(draft -> draft.optimiser = optimiser(Double.NaN, 0, 1)))
        .contains("learning rate");
    assertThat(complaint(draft -> draft.optimiser = optimiser(1e-4, 1.5, 1))).contains("warm-up");
    assertThat(complaint(draft -> draft.optimiser = optimiser(1e-4, 0, 1.5)))
        .contains("layer decay");
    assertThat(complaint(draft -> draft.optimiser = optimiser(1e-4, 0, 0))).contains("layer decay");
  }

  @Test
  void theRestOfAStageIsInItsRangesToo() {
    assertThat(complaint(draft -> draft.augmentation = new AugmentationSettings(1.5, 0, 0, 0)))
        .contains("probability");
    assertThat(complaint(draft -> draft.augmentation = new AugmentationSettings(1, -1, 0, 0)))
        .contains("gain");
    assertThat(complaint(draft -> draft.augmentation = new AugmentationSettings(1, 0, 0, 0, 0.6)))
        .contains("speed of 0.6");
    List<AugmentationStep> steps = List.of(new AugmentationStep.Telephone(2));
    assertThat(
            complaint(draft -> draft.augmentation = new AugmentationSettings(1, 0, 0, 0, 0, steps)))
        .contains("a step telephone whose probability is 2.0");
    assertThat(
            complaint(draft -> draft.loss = new LossSettings(1, LossSettings.ClassWeights.EQUAL)))
        .contains("smoothing");
    assertThat(complaint(draft -> draft.freezing = new FreezingSettings(true, -1)))
        .contains("frozen");
    assertThat(
            complaint(
                draft ->
                    draft.earlyStopping = Optional.of(new EarlyStopping(ValidationMetric.LOSS, 0))))
        .contains("patience");
  }

  private static OptimiserSettings optimiser(double rate, double warmUp, double layerDecay) {
    return new OptimiserSettings(
        rate, 0, 1, OptimiserSettings.Schedule.LINEAR, warmUp, 1, layerDecay);
  }

  private static String complaint(Consumer<StageDraft> change) {
    return complaint(Networks.network(StageDraft.stage(Networks.FIRST, change)));
  }

  private static String complaint(FineTuningSettings network) {
    return complaint(Plans.only(BASELINES, network));
  }

  private static String complaint(ExperimentPlan plan) {
    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> PlanCheck.verify(plan));
    assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
    return failure.getOriginalMessage();
  }
}
