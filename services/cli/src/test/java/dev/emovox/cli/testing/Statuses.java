package dev.emovox.cli.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Digest;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import java.util.List;
import java.util.Map;

/** Run statuses to show. */
public final class Statuses {
  public static final String RUN = "demo-20260131-142501-9c4e";
  public static final long STARTED = 1_769_869_501_000L;

  private Statuses() {}

  public static Digest digest(String of) {
    return Digest.of(of);
  }

  public static StageResult stage(CacheUse cache, String output) {
    ArtifactRef artifact =
        new ArtifactRef("s3://emovox/" + output, digest(output), 10, "application/json", 1);
    return new StageResult(cache, List.of(new NamedArtifact(output, artifact)));
  }

  /** A stage that computed 50 of 200 clips in the ten seconds since the start. */
  public static StageStatus runningStage() {
    return new StageStatus(
        "features", RunState.RUNNING, null, 50, 200, "clips", STARTED, 0, List.of());
  }

  public static StageStatus endedStage(String name, CacheUse cache) {
    return new StageStatus(
        name, RunState.DONE, cache, 8, 8, "clips", STARTED, 2.25, stage(cache, name).outputs());
  }

  public static RunStatus running() {
    return status(
        RunState.RUNNING, null, List.of(endedStage("ingestion", CacheUse.HIT), runningStage()));
  }

  public static RunStatus waiting() {
    return new RunStatus(
        RUN,
        "demo",
        RunState.RUNNING,
        null,
        STARTED,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  public static RunStatus failed() {
    return status(RunState.FAILED, "The folder /data is gone.", List.of());
  }

  public static RunStatus done() {
    return new RunStatus(
        RUN,
        "demo",
        RunState.DONE,
        null,
        STARTED,
        72.5,
        ingestion(),
        List.of(endedStage("ingestion", CacheUse.HIT), endedStage("features", CacheUse.MISS)),
        List.of(model()),
        List.of(),
        new TrackedRun("1", "abc", "http://mlflow/run/abc"),
        new RegisteredVersion("emovox", "3", digest("package")));
  }

  private static RunStatus status(RunState state, String error, List<StageStatus> stages) {
    return new RunStatus(
        RUN,
        "demo",
        state,
        error,
        STARTED,
        10,
        ingestion(),
        stages,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static IngestionOutcome ingestion() {
    return new IngestionOutcome(
        stage(CacheUse.HIT, "manifest"),
        8,
        1,
        new LabelSet(List.of("angry", "sad")),
        Map.of("tess", 5, "ravdess", 3),
        List.of("tess has 5 clips, its publisher names 2800."));
  }

  private static TrainedModel model() {
    return new TrainedModel(
        new BaselineSettings.RandomForest("random-forest", 100, 1),
        "random",
        new FitOutcome(stage(CacheUse.MISS, "model"), 0.625),
        new EvaluationOutcome(
            stage(CacheUse.MISS, "report"),
            scores(8, 0.75),
            Map.of("tess", scores(5, 0.8)),
            Map.of("angry", new ClassScores(4, 0.5, 0.75, 0.6))),
        stage(CacheUse.MISS, "package"));
  }

  private static Scores scores(int clips, double value) {
    Estimate estimate = new Estimate(value, value - 0.125, value + 0.125);
    return new Scores(clips, estimate, estimate, estimate, estimate);
  }
}
