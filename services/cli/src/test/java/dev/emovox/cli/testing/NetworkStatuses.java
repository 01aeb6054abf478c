package dev.emovox.cli.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.ValidationScores;
import java.util.List;
import java.util.Map;

/** Runs with a network of two stages. */
public final class NetworkStatuses {
  private static final String BY_HAND =
      "chosen by hand: as before; the best unweighted average recall (0.8200) of 3 epochs would have given epoch 3";

  private NetworkStatuses() {}

  /** The second epoch of the second stage: 30 of 40 clips, 20 of them in the last ten seconds. */
  public static RunStatus training() {
    NetworkStageStatus second =
        new NetworkStageStatus(
            "batch-64",
            5,
            List.of(epoch(1, CacheUse.MISS, 0.7)),
            new RunningEpoch(2, Statuses.STARTED, 10, 30, 40),
            0,
            null,
            false);
    NetworkStatus network =
        network("xlsr", RunState.RUNNING, start(), List.of(first(), second), null);
    NetworkStatus waiting =
        network(
            "base",
            RunState.RUNNING,
            start(),
            List.of(NetworkStageStatus.planned("tuning", 10)),
            null);
    NetworkStatus later =
        network(
            "later",
            RunState.WAITING,
            null,
            List.of(NetworkStageStatus.planned("tuning", 10)),
            null);
    return run(
        RunState.RUNNING,
        List.of(
            stage("train batch-64 of xlsr on random"),
            stage("train tuning of base on random"),
            Statuses.runningStage()),
        List.of(network, waiting, later));
  }

  /** The same run at its end. */
  public static RunStatus done() {
    NetworkStageStatus second =
        new NetworkStageStatus(
            "batch-64",
            5,
            List.of(epoch(1, CacheUse.MISS, 0.7), epoch(2, CacheUse.MISS, 0.65)),
            null,
            1,
            "the best accuracy (0.7000) of 2 epochs",
            true);
    return run(
        RunState.DONE,
        List.of(),
        List.of(network("xlsr", RunState.DONE, start(), List.of(first(), second), evaluation())));
  }

  private static NetworkStageStatus first() {
    return new NetworkStageStatus(
        "batch-32",
        3,
        List.of(
            epoch(1, CacheUse.HIT, 0.6),
            epoch(2, CacheUse.MISS, 0.8),
            epoch(3, CacheUse.MISS, 0.82)),
        null,
        2,
        BY_HAND,
        false);
  }

  private static EpochOutcome epoch(int epoch, CacheUse cache, double score) {
    return new EpochOutcome(
        Statuses.stage(cache, "position"),
        epoch,
        10L * epoch,
        1.5 / epoch,
        new ValidationScores(
            rounded(1 - score), score, rounded(score - 0.05), rounded(score - 0.01), score),
        242.4,
        33.1);
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }

  private static PreparedTraining start() {
    ArtifactRef index =
        new ArtifactRef(
            "s3://emovox/checkpoints/x/checkpoint.json",
            Statuses.digest("checkpoint"),
            10,
            "application/json",
            1);
    return new PreparedTraining(
        Statuses.stage(CacheUse.MISS, "training-clips"),
        index,
        "wav2vec2",
        315_702_664,
        Map.of(SplitPart.TRAIN, 40, SplitPart.VALIDATION, 10, SplitPart.TEST, 8));
  }

  private static EvaluationOutcome evaluation() {
    return new EvaluationOutcome(
        Statuses.stage(CacheUse.MISS, "report"),
        scores(8, 0.875),
        Map.of("tess", scores(8, 0.875)),
        Map.of("angry", new ClassScores(4, 0.5, 0.75, 0.6)));
  }

  private static Scores scores(int clips, double value) {
    Estimate estimate = new Estimate(value, value - 0.125, value + 0.125);
    return new Scores(clips, estimate, estimate, estimate, estimate);
  }

  private static NetworkStatus network(
      String name,
      RunState state,
      PreparedTraining start,
      List<NetworkStageStatus> stages,
      EvaluationOutcome evaluation) {
    return new NetworkStatus(
        name,
        "random",
        state,
        start,
        stages,
        evaluation,
        evaluation == null ? null : Statuses.stage(CacheUse.MISS, "package"),
        new TrackedRun("1", "net", "http://mlflow/run/net"));
  }

  private static StageStatus stage(String name) {
    return new StageStatus(
        name, RunState.RUNNING, null, 70, 200, "clips", Statuses.STARTED, 0, List.of());
  }

  private static RunStatus run(
      RunState state, List<StageStatus> stages, List<NetworkStatus> networks) {
    return new RunStatus(
        Statuses.RUN,
        "demo",
        state,
        null,
        Statuses.STARTED,
        10,
        null,
        stages,
        List.of(),
        networks,
        null,
        null);
  }
}
