package dev.emovox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.testing.Changed;
import dev.emovox.audit.testing.CleanRun;
import dev.emovox.audit.testing.Plans;
import dev.emovox.audit.testing.Plant;
import dev.emovox.audit.testing.Recorded;
import dev.emovox.audit.testing.RecordedNetworks;
import dev.emovox.audit.testing.Steps;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.TrainingStage.Resume;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The protocol of the paper with all that its program did, on a small made-up corpus: each of its
 * defects has a name. (That a clip's class depends on its neighbours shows on a network;
 * BatchProbeTest has it.)
 */
class SeedSettingTest {
  /** One random split, seven versions strung together, an epoch by hand, a fresh optimiser. */
  private static ExperimentPlan asPublished(ExperimentPlan plan) {
    ExperimentPlan data = Recorded.sevenVersions(Recorded.withoutDisjointSplit(plan));
    ExperimentPlan byHand = Recorded.chosen(data, "went on from epoch 3");
    return Plans.withStage(
        byHand, 1, stage -> Plans.stage(stage, Resume.WEIGHTS, stage.selection()));
  }

  @Test
  void everyDefectIsToldByName() {
    Plant published =
        Plant.at(Steps.PLAN, SeedSettingTest::asPublished)
            .and(
                Steps.FIRST_STAGE,
                stage -> RecordedNetworks.selected(stage, 3, "by hand: went on from epoch 3"))
            .and(Steps.MANIFEST, clips -> Changed.withoutLast(Changed.sameSoundOtherLabel(clips)))
            .and(Steps.REPORT, Recorded::renamed);

    List<String> rules =
        CleanRun.with(published).findings().stream().map(Finding::rule).distinct().toList();

    assertThat(rules)
        .containsExactlyInAnyOrder(
            "lost-data",
            "class-names-permuted",
            "checkpoint-by-hand",
            "speakers-known",
            "test-time-augmentation",
            "contradicting-labels",
            "optimiser-not-resumed");
  }
}
