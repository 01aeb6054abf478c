package dev.emovox.audit.testing;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.ValidationScores;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.EpochOrigin;
import dev.emovox.records.rows.EpochRecord;
import java.util.ArrayList;
import java.util.List;

/** Networks whose records or packages say something else. */
public final class RecordedNetworks {
  private static final Digest OTHER = Digest.of("something else");

  private RecordedNetworks() {}

  public static NetworkStageStatus selected(NetworkStageStatus stage, int epoch, String words) {
    return new NetworkStageStatus(
        stage.name(), stage.planned(), stage.epochs(), null, epoch, words, false);
  }

  /** The first epoch's score is better than measured, and still not the best. */
  public static NetworkStageStatus betterFirstEpoch(NetworkStageStatus stage) {
    List<EpochOutcome> epochs = new ArrayList<>(stage.epochs());
    EpochOutcome first = epochs.get(0);
    epochs.set(
        0,
        new EpochOutcome(
            first.stage(),
            first.epoch(),
            first.steps(),
            first.trainingLoss(),
            new ValidationScores(0.4, 0.6, 0.6, 0.6, 0.6),
            first.seconds(),
            first.clipsPerSecond()));
    return new NetworkStageStatus(
        stage.name(), stage.planned(), epochs, null, stage.selectedEpoch(), "the best", false);
  }

  /** Only the first epoch of the second stage is another. */
  public static EpochRecord withoutOptimiser(EpochRecord record) {
    EpochOrigin origin = record.origin();
    if (record.epoch() != 1 || origin.stageIndex() == 0) {
      return record;
    }
    return new EpochRecord(
        record.stage(),
        record.epoch(),
        record.steps(),
        record.clips(),
        record.trainingLoss(),
        record.validation(),
        record.weights(),
        record.optimiser(),
        new EpochOrigin(
            origin.settings(),
            origin.stageIndex(),
            origin.seed(),
            origin.checkpoint(),
            origin.clips(),
            origin.before(),
            false));
  }

  public static List<ClipRow> testClipInTraining(List<ClipRow> rows) {
    List<ClipRow> changed = new ArrayList<>(rows);
    int test = 0;
    while (rows.get(test).part() != SplitPart.TEST) {
      test++;
    }
    ClipRow row = rows.get(test);
    changed.set(
        test,
        new ClipRow(
            row.id(),
            row.contentDigest(),
            row.corpus(),
            row.speaker(),
            row.emotion(),
            SplitPart.TRAIN,
            row.seconds(),
            row.samples()));
    return changed;
  }

  public static FineTuning otherPosition(FineTuning training) {
    return new FineTuning(
        training.manifest(),
        training.split(),
        training.clips(),
        OTHER,
        training.evaluation(),
        training.longestSeconds());
  }

  public static FineTuning longerClips(FineTuning training) {
    return new FineTuning(
        training.manifest(),
        training.split(),
        training.clips(),
        training.position(),
        training.evaluation(),
        20);
  }

  public static FineTuning otherSplit(FineTuning training) {
    return new FineTuning(
        training.manifest(),
        OTHER,
        training.clips(),
        training.position(),
        training.evaluation(),
        training.longestSeconds());
  }
}
