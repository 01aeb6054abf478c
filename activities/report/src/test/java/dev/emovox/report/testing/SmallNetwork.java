package dev.emovox.report.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.ValidationScores;
import java.util.List;
import java.util.Map;

/** A network of two stages, the second of which was cut off after an epoch that diverged. */
public final class SmallNetwork {
  private SmallNetwork() {}

  /** Its status. */
  public static NetworkStatus status() {
    NetworkStageStatus first =
        new NetworkStageStatus(
            "first",
            2,
            List.of(epoch(1, 1.5, 0.4), epoch(2, 0.75, 0.6)),
            null,
            2,
            "the best unweighted average recall (0.6000) of 2 epochs",
            false);
    NetworkStageStatus second =
        new NetworkStageStatus(
            "second", 5, List.of(epoch(1, Double.NaN, 0.5)), null, 0, null, false);
    return new NetworkStatus(
        "xlsr",
        "random",
        RunState.FAILED,
        new PreparedTraining(
            new StageResult(CacheUse.MISS, List.of()),
            new ArtifactRef("s3://emovox/index", Digest.of("index"), 5, "application/json", 1),
            "wav2vec2",
            315_702_664,
            Map.of(SplitPart.TRAIN, 6, SplitPart.VALIDATION, 6, SplitPart.TEST, 12)),
        List.of(first, second),
        null,
        null,
        null);
  }

  private static EpochOutcome epoch(int number, double loss, double score) {
    return new EpochOutcome(
        new StageResult(CacheUse.MISS, List.of()),
        number,
        10L * number,
        loss,
        new ValidationScores(loss, score, score, score, score),
        10,
        5);
  }
}
