package dev.emovox.serving.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftWatch;
import dev.emovox.domain.LabelSet;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.Verdict;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.serving.drift.Clips;
import dev.emovox.serving.registry.SmallPackages;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import io.restassured.path.json.JsonPath;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service, on which clips become softer by 20 dB, and a real Temporal. */
class DriftIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WINDOW = 50;

  private static TestServers servers;
  private static PublishedModels published;
  private static ServingProcess service;

  private final Clips clips = new Clips(9);

  @BeforeAll
  static void start() throws IOException {
    servers = TestServers.start(Server.TEMPORAL, Server.S3_SEAWEEDFS, Server.MLFLOW);
    published = new PublishedModels(servers);
    Map<String, String> settings =
        Map.of(
            "EMOVOX_TEMPORAL_ADDRESS", servers.temporal().address(),
            "EMOVOX_TEMPORAL_NAMESPACE", servers.temporal().namespace(),
            "EMOVOX_SERVING_DRIFT_WINDOW", "" + WINDOW,
            "EMOVOX_SERVING_DRIFT_WINDOWS", "2",
            "EMOVOX_SERVING_DRIFT_INTERVAL", "100ms",
            "EMOVOX_SERVING_DRIFT_RETRAIN", "nightly",
            "EMOVOX_SERVING_DRIFT_RETRAIN_PAUSE", "2h");
    service = ServingProcess.start(servers.s3(), servers.mlflow(), settings);
    await().atMost(PATIENCE).until(() -> service.address().isPresent());
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    published.close();
    servers.close();
  }

  @Test
  void softClipsRaiseOneAlarmOfWhichTemporalIsToldOnceItIsThere() {
    published.promote(published.publish(packageWithReference()));
    await().atMost(PATIENCE).until(() -> drift().getString("state").equals("watching"));
    ask(4 * WINDOW, 0);
    awaitWindows(4);
    assertThat(drift().getBoolean("alarm.raised")).isFalse();

    servers.kill(Server.TEMPORAL);
    ask(4 * WINDOW, -20);
    awaitWindows(8);
    assertThat(drift().getString("state")).isEqualTo("alarm");
    servers.restart(Server.TEMPORAL);

    await().atMost(PATIENCE).until(() -> !reports().isEmpty());
    List<DriftReport> reports = reports();
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).retraining().orElseThrow().schedule()).isEqualTo("nightly");
    assertThat(reports.get(0).retraining().orElseThrow().pauseSeconds()).isEqualTo(7200);
    assertThat(reports.get(0).shifts().get(0).quantity()).isEqualTo("level");
    assertThat(given().accept("text/plain").get(url("/q/metrics")).asString())
        .contains("emovox_drift_alarms_told_total 1.0");
  }

  private BaselinePackage packageWithReference() {
    LabelSet labels = new LabelSet(List.of("low", "high"));
    Clips tested = new Clips(4);
    try (EmotionPredictor predictor =
        SmallPackages.telling("low", "high").load(ComputeDevice.CPU)) {
      List<Verdict> verdicts =
          IntStream.range(0, 200)
              .mapToObj(i -> tested.next(0))
              .map(clip -> Verdict.of(predictor.predict(clip).probabilities()))
              .toList();
      DriftReference reference = Clips.reference(labels, verdicts);
      return SmallPackages.telling("low", "high", Optional.of(reference));
    }
  }

  private void ask(int number, double decibels) {
    for (int i = 0; i < number; i++) {
      AudioClip clip = clips.next(decibels);
      given()
          .contentType("audio/wav")
          .body(WavWriter.encode(clip))
          .post(url("/v1/emotions"))
          .then()
          .statusCode(200);
    }
  }

  private static void awaitWindows(int number) {
    await().atMost(PATIENCE).until(() -> drift().getInt("window.ended") == number);
  }

  private static JsonPath drift() {
    return given().get(url("/v1/drift")).jsonPath();
  }

  private static String url(String path) {
    return service.address().orElseThrow() + path;
  }

  /** What the workflow of the model was told; nothing if there is none. */
  private static List<DriftReport> reports() {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(servers.temporal().address())
                .build());
    try {
      return WorkflowClient.newInstance(
              stubs,
              WorkflowClientOptions.newBuilder()
                  .setNamespace(servers.temporal().namespace())
                  .build())
          .fetchHistory(DriftWatch.workflowId("emovox"))
          .getEvents()
          .stream()
          .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
          .map(DriftIT::report)
          .toList();
    } catch (RuntimeException e) {
      return List.of();
    } finally {
      stubs.shutdownNow();
    }
  }

  private static DriftReport report(HistoryEvent signal) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(
        0,
        Optional.of(signal.getWorkflowExecutionSignaledEventAttributes().getInput()),
        DriftReport.class,
        DriftReport.class);
  }
}
