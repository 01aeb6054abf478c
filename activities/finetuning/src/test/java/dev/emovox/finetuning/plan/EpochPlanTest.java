package dev.emovox.finetuning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpochPlanTest {
  private static final EpochSeed SEED = new EpochSeed(42, 0, 1);

  @Test
  void everyClipIsUsedOnce() {
    List<TrainingClip> clips = clips(517);
    for (BatchRule rule : List.of(rule(8, 100_000, 3, true), rule(7, 40_000, 1, false))) {
      EpochPlan plan = EpochPlan.of(clips, rule, SEED);
      assertThat(used(plan)).containsExactlyInAnyOrderElementsOf(clips);
      assertThat(plan.clips()).isEqualTo(517);
    }
  }

  @Test
  void limitsHold() {
    BatchRule rule = new BatchRule(6, 50_000, new Growth(1.25, 500), 4, true);
    EpochPlan plan = EpochPlan.of(clips(300), rule, SEED);
    for (PlannedStep step : plan.steps()) {
      assertThat(step.batches()).hasSizeBetween(1, 4);
      for (List<TrainingClip> batch : step.batches()) {
        long samples =
            batch.stream().mapToLong(clip -> (long) Math.ceil(clip.samples() * 1.25) + 500).sum();
        assertThat(batch).hasSizeBetween(1, 6);
        assertThat(samples <= 50_000 || batch.size() == 1).as("%d samples", samples).isTrue();
      }
    }
    assertThat(plan.steps().stream().limit(plan.steps().size() - 1))
        .allSatisfy(step -> assertThat(step.batches()).hasSize(4));
  }

  @Test
  void aClipThatIsLongerThanABatchIsABatch() {
    EpochPlan plan = EpochPlan.of(clips(20), rule(8, 10, 1, true), SEED);
    assertThat(plan.steps()).hasSize(20).allSatisfy(step -> assertThat(step.clips()).isEqualTo(1));
  }

  @Test
  void theOrderOfClipsDoesNotMatterButTheSeedDoes() {
    BatchRule rule = rule(8, 100_000, 2, true);
    List<TrainingClip> shuffled = new ArrayList<>(clips(200));
    Collections.shuffle(shuffled, new Random(3));
    EpochPlan plan = EpochPlan.of(clips(200), rule, SEED);
    assertThat(EpochPlan.of(shuffled, rule, SEED)).isEqualTo(plan);
    assertThat(EpochPlan.of(shuffled, rule, new EpochSeed(42, 0, 2))).isNotEqualTo(plan);
    assertThat(EpochPlan.of(shuffled, rule, new EpochSeed(42, 1, 1))).isNotEqualTo(plan);
    assertThat(EpochPlan.of(shuffled, rule, new EpochSeed(43, 0, 1))).isNotEqualTo(plan);
  }

  @Test
  void bucketsBringSimilarLengthsTogether() {
    assertThat(spread(true)).isLessThan(spread(false) / 4);
  }

  private static long spread(boolean bucketing) {
    return EpochPlan.of(clips(400), rule(8, 1_000_000, 1, bucketing), SEED).steps().stream()
        .map(step -> step.batches().get(0))
        .mapToLong(
            batch ->
                batch.stream().mapToLong(TrainingClip::samples).max().orElseThrow()
                    - batch.stream().mapToLong(TrainingClip::samples).min().orElseThrow())
        .sum();
  }

  @Test
  void stepsOfAStageAreThoseOfItsEpochs() {
    StagePlan stage = new StagePlan(clips(100), rule(8, 60_000, 2, true), SEED, 3);
    assertThat(stage.stepsBefore(1)).isZero();
    assertThat(stage.stepsBefore(3))
        .isEqualTo(stage.epoch(1).steps().size() + stage.epoch(2).steps().size());
    assertThat(stage.steps()).isEqualTo(stage.stepsBefore(3) + stage.epoch(3).steps().size());
    assertThat(stage.epoch(2)).isNotEqualTo(stage.epoch(3));
  }

  @Test
  void whatCannotBePlannedIsRefused() {
    assertThatThrownBy(() -> EpochPlan.of(List.of(), rule(8, 10, 1, true), SEED))
        .isInstanceOf(InvalidInputException.class);
    for (BatchSettings wrong :
        List.of(
            new BatchSettings(0, 10, 1, true),
            new BatchSettings(1, 0, 1, true),
            new BatchSettings(1, Double.NaN, 1, true),
            new BatchSettings(1, 10, 0, true))) {
      assertThatThrownBy(() -> BatchRule.of(wrong, 16_000, Growth.NONE))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("batches");
    }
    assertThatThrownBy(() -> new StagePlan(clips(1), rule(8, 10, 1, true), SEED, 0))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void hugeSettingsAreNoTrouble() {
    BatchRule rule =
        BatchRule.of(new BatchSettings(Integer.MAX_VALUE, 1e15, 1, true), 16_000, Growth.NONE);
    assertThat(EpochPlan.of(clips(50), rule, SEED).steps()).hasSize(1);
  }

  private static BatchRule rule(int clips, long samples, int accumulation, boolean bucketing) {
    return new BatchRule(clips, samples, Growth.NONE, accumulation, bucketing);
  }

  private static List<TrainingClip> used(EpochPlan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.batches().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static List<TrainingClip> clips(int count) {
    Random random = new Random(9);
    List<TrainingClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clips.add(new TrainingClip("clip-" + i, i % 3, 1000 + random.nextInt(20_000)));
    }
    return clips;
  }
}
