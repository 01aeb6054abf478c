package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.Digest;
import dev.emovox.records.rows.EpochOrigin;
import dev.emovox.records.rows.LearningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every epoch was trained by the plan's settings, from its clips and its checkpoint. */
public final class EpochsAsPlanned implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.error(
          "training-not-as-configured",
          "The network was trained by other settings, with another seed or from other clips than the configuration that is shown for the run.",
          "Don't believe the shown configuration; compare the run's record with a backup and with MLflow, and train again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    return stage.status().epochs().stream().flatMap(epoch -> breach(stage, epoch));
  }

  private static Stream<Breach> breach(AuditedStage stage, EpochOutcome epoch) {
    EpochOrigin origin = stage.network().record(epoch).origin();
    List<String> differences = new ArrayList<>();
    compare(differences, "settings", origin.settings(), LearningSettings.of(stage.settings()));
    compare(differences, "seed", origin.seed(), stage.network().tested().run().plan().seed());
    compare(differences, "clips", origin.clips(), stage.network().trainingClips().digest());
    Digest checkpoint = stage.network().status().start().checkpoint().digest();
    compare(differences, "starting checkpoint", origin.checkpoint(), checkpoint);
    return differences.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                stage.subject() + ", epoch " + epoch.epoch(), String.join("; ", differences)));
  }

  private static void compare(
      List<String> differences, String what, Object trained, Object planned) {
    if (!trained.equals(planned)) {
      differences.add("%s: trained with %s, the record has %s".formatted(what, trained, planned));
    }
  }
}
