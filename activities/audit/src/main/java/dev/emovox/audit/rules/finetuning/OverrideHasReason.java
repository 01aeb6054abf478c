package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.EpochSelection;
import java.util.stream.Stream;

/** Who overrides the rule says why, and the record shows it. */
public final class OverrideHasReason implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.error(
          "override-without-reason",
          "The epoch was chosen by hand, and the record does not say why.",
          "Ask who ran it; write the reason into the experiment's file and run it again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    return stage.settings().selection() instanceof EpochSelection.Chosen chosen
            && !isShown(chosen, stage.status().selection())
        ? Stream.of(
            new Breach(
                stage.subject(),
                "epoch %d, reason \"%s\", shown as \"%s\""
                    .formatted(chosen.epoch(), chosen.reason(), stage.status().selection())))
        : Stream.empty();
  }

  private static boolean isShown(EpochSelection.Chosen chosen, String shown) {
    boolean given = chosen.reason() != null && !chosen.reason().isBlank();
    return given && shown != null && shown.contains(chosen.reason());
  }
}
