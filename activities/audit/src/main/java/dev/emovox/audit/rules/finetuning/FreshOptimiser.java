package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.TrainingStage;
import java.util.stream.Stream;

/** That a later stage takes over weights only is told of. */
public final class FreshOptimiser implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.note(
          "optimiser-not-resumed",
          "The stage goes on from weights alone; the optimiser's state of the stage before is thrown away. That is a fresh start from good weights, not a continued training.",
          "Call it so in results, or set `resume: full-state`.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    return stage.index() > 0 && stage.settings().resume() == TrainingStage.Resume.WEIGHTS
        ? Stream.of(
            new Breach(
                stage.subject(),
                "it takes weights from stage %s, and no state of the optimiser"
                    .formatted(before(stage))))
        : Stream.empty();
  }

  private static String before(AuditedStage stage) {
    return stage.network().settings().stages().get(stage.index() - 1).name();
  }
}
