package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.Digest;
import dev.emovox.domain.TrainingStage;
import dev.emovox.records.rows.EpochOrigin;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A later stage goes on from the epoch that the stage before selected, with what its plan says it
 * takes over.
 */
public final class ResumedAsPlanned implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.error(
          "resume-not-as-planned",
          "The stage did not go on as the configuration says: from another checkpoint, or with another state of the optimiser.",
          "Train the stage again from the recorded checkpoint.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    if (stage.index() == 0 || stage.status().epochs().isEmpty()) {
      return Stream.empty();
    }
    EpochOrigin origin = stage.network().record(stage.status().epochs().get(0)).origin();
    Optional<Digest> before =
        stage.network().stages().get(stage.index() - 1).selected().map(ResumedAsPlanned::position);
    boolean state = stage.settings().resume() == TrainingStage.Resume.FULL_STATE;
    return Optional.ofNullable(origin.before()).equals(before) && origin.withOptimiser() == state
        ? Stream.empty()
        : Stream.of(
            new Breach(
                stage.subject(),
                "it went on from %s %s the optimiser's state; %s was selected, and the plan says %s"
                    .formatted(
                        origin.before(),
                        origin.withOptimiser() ? "with" : "without",
                        before.map(Digest::toString).orElse("nothing"),
                        stage.settings().resume())));
  }

  private static Digest position(EpochOutcome epoch) {
    return epoch.stage().output("position").digest();
  }
}
