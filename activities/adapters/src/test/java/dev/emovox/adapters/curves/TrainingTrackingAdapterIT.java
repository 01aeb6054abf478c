package dev.emovox.adapters.curves;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.adapters.network.TestActivities;
import dev.emovox.adapters.network.TinyNetwork;
import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.domain.SplitPart;
import dev.emovox.local.Server;
import dev.emovox.tracking.MlflowRun;
import dev.emovox.tracking.RunRecord;
import dev.emovox.tracking.RunSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Networks in a real MLflow, told of more than once, live and afterwards, and while it is away. */
class TrainingTrackingAdapterIT {
  private static final StreamLimits FAST =
      new StreamLimits(
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          10_000);

  private static TestActivities test;
  private static TrainingTrackingActivities activities;
  private static SampleEpochs samples;
  private static TrackedRun experiment;

  @BeforeAll
  static void start() {
    test = new TestActivities();
    test.register(new TrainingTrackingAdapter(test.tracking(), test.stores(), test.heartbeats()));
    activities = test.stub(TrainingTrackingActivities.class);
    samples = new SampleEpochs(test.stores());
    MlflowRun run =
        test.tracking().findOrCreateRun(RunSpec.of("networks", "networks-run", "networks-run"));
    experiment = new TrackedRun(run.experimentId(), run.runId(), run.url());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  /** A request of its own for each test: another run of the experiment. */
  private static FineTuningRequest request(String name) {
    return TinyNetwork.in(experiment, samples.request(name));
  }

  private static TrackedRun stage(String name) {
    FineTuningRequest request = request(name);
    TrackedRun network = activities.openNetwork(request);
    return activities.openStage(new StageTrackingRequest(network, request, 0));
  }

  private static StepMetrics live() {
    return new MlflowStepMetrics(test.tracking(), Clock.systemUTC(), FAST);
  }

  @Test
  void runsAreNestedAndKnowAllTheirSettings() {
    FineTuningRequest request = request("nested");
    TrackedRun network = activities.openNetwork(request);
    TrackedRun first = activities.openStage(new StageTrackingRequest(network, request, 0));
    TrackedRun second = activities.openStage(new StageTrackingRequest(network, request, 1));

    assertThat(activities.openNetwork(request)).isEqualTo(network);
    assertThat(activities.openStage(new StageTrackingRequest(network, request, 1)))
        .isEqualTo(second);
    RunRecord record = test.tracking().run(network.runId());
    assertThat(record.tags())
        .containsEntry("mlflow.parentRunId", experiment.runId())
        .containsEntry("mlflow.runName", "nested on random")
        .containsEntry("emovox.digest.manifest", request.manifest().digest().toString());
    assertThat(record.params())
        .containsEntry("stage-2.selection.policy", "epoch")
        .containsEntry("stage-1.optimiser.learning_rate", "0.001")
        .containsEntry("split_policy", "STRATIFIED_RANDOM")
        .containsEntry("start.kind", "scratch")
        .containsEntry("seed", "5");
    assertThat(test.tracking().run(first.runId()).tags())
        .containsEntry("mlflow.parentRunId", network.runId())
        .containsEntry("mlflow.runName", "stage-1")
        .doesNotContainKey("emovox.override");
    assertThat(test.tracking().run(second.runId()).tags())
        .containsEntry("emovox.override", "epoch 2: looked best by ear");
    assertThat(test.tracking().run(second.runId()).params())
        .containsEntry("batches.clips", "16")
        .containsEntry("selection.epoch", "2");
  }

  @Test
  void anEpochIsRecordedOnceHoweverOftenItIsTold() {
    TrackedRun stage = stage("repeated");
    EpochOutcome epoch = samples.epoch(1, 1, 20);

    activities.recordEpoch(stage, epoch);
    activities.recordEpoch(stage, epoch);

    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(20));
    assertThat(steps(stage, "learning_rate")).isEqualTo(upTo(20));
    assertThat(steps(stage, "gradient_norm")).isEqualTo(upTo(20));
    for (String name :
        List.of(
            "validation_loss",
            "validation_accuracy",
            "validation_unweighted_average_recall",
            "validation_weighted_f1",
            "validation_macro_f1",
            "epoch_train_loss",
            "epoch_seconds",
            "epoch_clips_per_second")) {
      assertThat(steps(stage, name)).as(name).containsExactly(1L);
    }
  }

  @Test
  void streamsThatOverlapAndTheEpochsRecordAddNothingTwice() {
    TrackedRun stage = stage("overlapping");
    show(stage, 1, 12);
    show(stage, 7, 15);

    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(15));
    assertThat(steps(stage, "clips_per_second")).isEqualTo(upTo(15));

    activities.recordEpoch(stage, samples.epoch(1, 1, 20));

    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(20));
    assertThat(steps(stage, "validation_loss")).containsExactly(1L);
  }

  private static void show(TrackedRun stage, long from, long to) {
    try (StepMetrics.Stream stream = live().open(stage)) {
      for (StepRow step : SampleEpochs.steps(from, to)) {
        stream.add(step, 30);
      }
    }
  }

  @Test
  void whatWasLostWhileMlflowWasAwayIsAddedByTheEpochsRecord() {
    TrackedRun stage = stage("away");
    show(stage, 1, 5);
    test.servers().kill(Server.MLFLOW);
    try {
      long start = System.nanoTime();
      show(stage, 6, 9);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    } finally {
      test.servers().restart(Server.MLFLOW);
    }
    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(5));

    activities.recordEpoch(stage, samples.epoch(1, 1, 9));

    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(9));
  }

  @Test
  void aStreamGoesOnWhenMlflowIsBack() {
    TrackedRun stage = stage("back");
    try (StepMetrics.Stream stream = live().open(stage)) {
      test.servers().kill(Server.MLFLOW);
      try {
        SampleEpochs.steps(1, 50).forEach(step -> stream.add(step, 30));
      } finally {
        test.servers().restart(Server.MLFLOW);
      }
    }

    assertThat(steps(stage, "train_loss")).isEqualTo(upTo(50));
  }

  @Test
  void aStageIsClosedWithItsChoice() {
    TrackedRun stage = stage("closed");
    TrainedStage trained =
        new TrainedStage(
            "stage-1",
            List.of(samples.epoch(1, 1, 2), samples.epoch(2, 3, 4)),
            1,
            "the best unweighted average recall (0.5000) of 2 epochs",
            true);

    activities.closeStage(stage, trained);
    activities.closeStage(stage, trained);
    activities.abandon(new AbandonedRun(stage, RunState.FAILED, "too late"));

    RunRecord record = test.tracking().run(stage.runId());
    assertThat(record.status()).isEqualTo("FINISHED");
    assertThat(record.tags())
        .containsEntry("emovox.selected_epoch", "1")
        .containsEntry("emovox.selection", trained.selection())
        .containsEntry("emovox.stopped_early", "true")
        .doesNotContainKey("emovox.error");
  }

  @Test
  void whatIsAbandonedSaysWhy() {
    TrackedRun failed = stage("failed");
    TrackedRun killed = stage("killed");

    activities.abandon(new AbandonedRun(failed, RunState.FAILED, "no room on the disk"));
    activities.abandon(new AbandonedRun(failed, RunState.CANCELLED, null));
    activities.abandon(new AbandonedRun(killed, RunState.CANCELLED, null));

    assertThat(test.tracking().run(failed.runId()).status()).isEqualTo("FAILED");
    assertThat(test.tracking().run(failed.runId()).tags())
        .containsEntry("emovox.state", "failed")
        .containsEntry("emovox.error", "no room on the disk");
    assertThat(test.tracking().run(killed.runId()).status()).isEqualTo("KILLED");
  }

  @Test
  void aNetworkIsClosedWithItsTestAndPictures() throws Exception {
    FineTuningRequest request = request("whole");
    TrackedRun network = activities.openNetwork(request);
    FineTunedModel model = model(request, network);

    activities.closeNetwork(request, model);
    activities.closeNetwork(request, model);

    RunRecord record = test.tracking().run(network.runId());
    assertThat(record.status()).isEqualTo("FINISHED");
    assertThat(record.metrics())
        .containsEntry("accuracy", model.evaluation().overall().accuracy().value())
        .containsEntry("accuracy_savee", 0.5)
        .containsEntry("recall_angry", 0.75)
        .containsEntry("validation_unweighted_average_recall", 0.5);
    assertThat(steps(network, "accuracy")).containsExactly(0L);
    assertThat(record.tags())
        .containsEntry("emovox.architecture", "wav2vec2")
        .containsEntry(
            "emovox.digest.package", model.modelPackage().output("package").digest().toString());
    assertThat(artifact(record, "learning-curves.svg")).contains("stage-1: epoch 2 of 2");
    assertThat(artifact(record, "architecture.json")).isEqualTo(TinyNetwork.ARCHITECTURE);
    assertThat(artifact(record, "package.json")).isEqualTo("package.json");
    assertThat(
            ask("runs/get?run_id=" + network.runId())
                .at("/run/inputs/dataset_inputs")
                .findValuesAsText("name"))
        .contains("manifest", "split", "training-clips");
    assertThat(ask("runs/get?run_id=" + network.runId()).at("/run/inputs/dataset_inputs"))
        .hasSize(3);
  }

  private static FineTunedModel model(FineTuningRequest request, TrackedRun network) {
    StageResult clips = samples.outputs("training-clips");
    EvaluationOutcome evaluation = samples.evaluation();
    return new FineTunedModel(
        request.settings().name(),
        request.splitName(),
        new PreparedTraining(
            clips, request.manifest(), "wav2vec2", 1234, Map.of(SplitPart.TRAIN, 4)),
        List.of(
            new TrainedStage(
                "stage-1",
                List.of(samples.epoch(1, 1, 2), samples.epoch(2, 3, 4)),
                2,
                "the last of 2 epochs",
                false)),
        evaluation,
        samples.outputs("package.json", "package"),
        network);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** Every point of a metric that MLflow holds, by step. */
  private static List<Long> steps(TrackedRun run, String metric) {
    JsonNode answer =
        ask("metrics/get-history?run_id=%s&metric_key=%s".formatted(run.runId(), metric));
    return answer.path("metrics").findValuesAsText("step").stream()
        .map(Long::parseLong)
        .sorted()
        .toList();
  }

  private static JsonNode ask(String path) {
    try {
      return new ObjectMapper().readTree(get("/api/2.0/mlflow/" + path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String artifact(RunRecord run, String name) {
    String folder = URI.create(run.artifactUri()).getPath();
    return get("/api/2.0/mlflow-artifacts/artifacts" + folder + "/" + name);
  }

  private static String get(String path) {
    URI address = URI.create(test.servers().mlflow().url() + path);
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
