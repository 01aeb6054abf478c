package dev.emovox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.testing.CleanRun;
import dev.emovox.audit.testing.Plant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A clean run has no finding; of one with one defect, exactly the rule about it tells. */
class PlantedDefectsTest {
  static Stream<PlantedDefects.Planted> defects() {
    return Stream.of(
            PlantedDefects.data(),
            PlantedDefects.splits(),
            PlantedDefects.augmentation(),
            PlantedDefects.training(),
            PlantedModelDefects.finetuning(),
            PlantedModelDefects.scores(),
            PlantedModelDefects.packages(),
            PlantedModelDefects.witnesses())
        .flatMap(List::stream);
  }

  @Test
  void aCleanRunHasNoFinding() {
    assertThat(CleanRun.with(Plant.nothing()).findings()).isEmpty();
  }

  @Test
  void thereAreFortyDefects() {
    assertThat(defects()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void exactlyTheRuleAboutItTells(PlantedDefects.Planted planted) {
    List<Finding> findings = CleanRun.with(planted.plant()).findings();

    assertThat(findings.stream().map(Finding::rule).distinct())
        .as(findings.toString())
        .containsExactly(planted.rule());
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.evidence()).isNotBlank();
              assertThat(finding.subject()).isNotBlank();
              assertThat(finding.meaning()).endsWith(".");
              assertThat(finding.action()).endsWith(".");
            });
  }
}
