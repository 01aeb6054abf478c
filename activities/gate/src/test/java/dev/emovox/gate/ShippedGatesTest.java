package dev.emovox.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.gate.settings.ApprovalRule;
import dev.emovox.gate.settings.AuditUse;
import dev.emovox.gate.settings.ChampionRule;
import dev.emovox.gate.settings.GateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The gates in {@code configs/gates}. */
class ShippedGatesTest {

  private static GateSettings gate(String name) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("configs/gates"))) {
      folder = folder.getParent();
    }
    return GateSettings.read(
        Files.readString(folder.resolve("configs/gates").resolve(name + ".yaml")), name);
  }

  @Test
  void theStandardOneAsksForLittle() throws IOException {
    GateSettings gate = gate("default");
    assertThat(gate.betterThanChance()).isTrue();
    assertThat(gate.approval()).isEmpty();
    assertThat(gate.audit()).isEqualTo(AuditUse.OFF);
    assertThat(gate.champion().orElseThrow().whenIncomparable())
        .isEqualTo(ChampionRule.Incomparable.PASS);
  }

  @Test
  void theStrictOneAsksForEverything() throws IOException {
    GateSettings gate = gate("strict");
    assertThat(gate.scores()).hasSize(2);
    assertThat(gate.corpora()).hasSize(1);
    assertThat(gate.classes()).hasSize(1);
    assertThat(gate.champion().orElseThrow().whenIncomparable())
        .isEqualTo(ChampionRule.Incomparable.FAIL);
    assertThat(gate.audit()).isEqualTo(AuditUse.REQUIRED);
    assertThat(gate.approval()).contains(new ApprovalRule(true, 72));
    assertThat(gate.acknowledgeWithinSeconds()).isEqualTo(120);
  }
}
