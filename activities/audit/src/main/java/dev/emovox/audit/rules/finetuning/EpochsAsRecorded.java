package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.records.rows.EpochRecord;
import java.util.stream.Stream;

/** Scores of epochs in the run's record are those that each epoch wrote down when it ended. */
public final class EpochsAsRecorded implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.error(
          "epoch-record-differs",
          "The run's record has other numbers of an epoch than the epoch itself wrote down, so the choice of the checkpoint rests on numbers that were not measured.",
          "Compare the run's record with a backup; train again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    return stage.status().epochs().stream().flatMap(epoch -> breach(stage, epoch));
  }

  private static Stream<Breach> breach(AuditedStage stage, EpochOutcome epoch) {
    EpochRecord record = stage.network().record(epoch);
    boolean same =
        record.stage().equals(stage.settings().name())
            && record.epoch() == epoch.epoch()
            && record.validation().equals(epoch.validation())
            && Double.compare(record.trainingLoss(), epoch.trainingLoss()) == 0
            && record.weights().equals(epoch.stage().output("weights").digest());
    return same
        ? Stream.empty()
        : Stream.of(
            new Breach(
                stage.subject() + ", epoch " + epoch.epoch(),
                "the record has loss %s, %s and weights %s; the epoch wrote stage %s, epoch %d, loss %s, %s and weights %s"
                    .formatted(
                        epoch.trainingLoss(),
                        epoch.validation(),
                        epoch.stage().output("weights").digest(),
                        record.stage(),
                        record.epoch(),
                        record.trainingLoss(),
                        record.validation(),
                        record.weights())));
  }
}
