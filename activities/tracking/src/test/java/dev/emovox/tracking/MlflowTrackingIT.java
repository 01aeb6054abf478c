package dev.emovox.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MlflowTrackingIT {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
  private static TestServers servers;
  private static MlflowTracking tracking;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.MLFLOW);
    tracking = new MlflowTracking(servers.mlflow());
  }

  @AfterAll
  static void stop() {
    tracking.close();
    servers.close();
  }

  private static MlflowRun run(String key) {
    return tracking.findOrCreateRun(RunSpec.of("tracking", key, "run " + key));
  }

  @Test
  void findsTheRunThatAnEarlierAttemptCreated() {
    RunSpec spec = RunSpec.of("again", "run/1", "the run").tagged(Map.of("emovox.seed", "7"));

    MlflowRun first = tracking.findOrCreateRun(spec);
    MlflowRun second = tracking.findOrCreateRun(spec);

    assertThat(second).isEqualTo(first);
    assertThat(tracking.findRun("again", "run/1")).contains(first);
    assertThat(tracking.run(first.runId()).tags())
        .containsEntry("emovox.key", "run/1")
        .containsEntry("emovox.seed", "7")
        .containsEntry("mlflow.runName", "the run");
    assertThat(first.url())
        .isEqualTo(
            "%s/#/experiments/%s/runs/%s"
                .formatted(servers.mlflow().url(), first.experimentId(), first.runId()));
  }

  @Test
  void findsNothingWhereNothingIs() {
    run("something");

    assertThat(tracking.findRun("no such experiment", "run")).isEmpty();
    assertThat(tracking.findRun("tracking", "never")).isEmpty();
  }

  @Test
  void racingCreatorsGetOneRun() throws Exception {
    for (int round = 0; round < 3; round++) {
      RunSpec spec = RunSpec.of("race " + round, "key", "raced");

      Race.of(4, () -> tracking.findOrCreateRun(spec));

      MlflowRun winner = tracking.findRun(spec.experiment(), "key").orElseThrow();
      assertThat(active(winner.experimentId())).containsExactly(winner.runId());
      assertThat(tracking.findOrCreateRun(spec)).isEqualTo(winner);
    }
  }

  private static List<String> active(String experimentId) {
    record Search(List<String> experimentIds) {}
    JsonNode answer =
        new MlflowRest(servers.mlflow()).post("runs/search", new Search(List.of(experimentId)));
    return answer.path("runs").findValuesAsText("run_id").stream().distinct().toList();
  }

  @Test
  void nestsRunsBelowTheirParent() {
    MlflowRun parent = run("parent");

    MlflowRun child =
        tracking.findOrCreateRun(RunSpec.of("tracking", "child", "a model").below(parent));

    assertThat(tracking.run(child.runId()).tags())
        .containsEntry("mlflow.parentRunId", parent.runId());
  }

  @Test
  void restoresAnExperimentThatSomeoneDeleted() {
    MlflowRun before = tracking.findOrCreateRun(RunSpec.of("deleted", "key", "kept"));
    record Delete(String experimentId) {}
    new MlflowRest(servers.mlflow()).post("experiments/delete", new Delete(before.experimentId()));
    assertThat(tracking.findRun("deleted", "key")).isEmpty();

    assertThat(tracking.findOrCreateRun(RunSpec.of("deleted", "key", "kept"))).isEqualTo(before);
  }

  @Test
  void logsManyParametersTwice() {
    MlflowRun run = run("params");
    Map<String, String> params = new HashMap<>();
    IntStream.range(0, 250).forEach(i -> params.put("param " + i, "value " + i));

    tracking.logParams(run.runId(), params);
    tracking.logParams(run.runId(), params);

    assertThat(tracking.run(run.runId()).params()).isEqualTo(params);
  }

  @Test
  void refusesAnotherValueOfAParameter() {
    MlflowRun run = run("changed param");
    tracking.logParams(run.runId(), Map.of("trees", "100"));

    assertThatThrownBy(() -> tracking.logParams(run.runId(), Map.of("trees", "200")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("trees");
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    MlflowRun run = run("long");
    String longText = "ä".repeat(9000);
    Map<String, String> params = new HashMap<>();
    IntStream.range(0, 60).forEach(i -> params.put("long " + i, longText));

    tracking.logParams(run.runId(), params);
    tracking.logParams(run.runId(), params);
    tracking.setTags(run.runId(), Map.of("long", longText));

    RunRecord record = tracking.run(run.runId());
    assertThat(record.params()).hasSize(60);
    assertThat(record.params().get("long 0"))
        .hasSize(6000)
        .endsWith("(9000 characters, " + Digest.of(longText) + ")");
    assertThat(record.tags().get("long")).hasSize(8000);
  }

  @Test
  void addsMetricsOnce() throws IOException, InterruptedException {
    MlflowRun run = run("metrics");
    List<RunMetric> series =
        IntStream.range(0, 1100)
            .mapToObj(step -> new RunMetric("loss", 1.0 / (step + 1), TIME.plusSeconds(step), step))
            .toList();

    tracking.logMetrics(run.runId(), List.of(new RunMetric("accuracy", 0.8125, TIME, 0)));
    tracking.logMetrics(run.runId(), series.subList(0, 600));
    tracking.logMetrics(run.runId(), series);
    tracking.logMetrics(run.runId(), List.of(new RunMetric("accuracy", 0.8125, TIME, 0)));

    assertThat(history(run, "loss")).isEqualTo(1100);
    assertThat(history(run, "accuracy")).isEqualTo(1);
    assertThat(tracking.run(run.runId()).metrics())
        .containsEntry("accuracy", 0.8125)
        .containsEntry("loss", 1.0 / 1100);
  }

  @Test
  void aSeriesHasOneValueAStepWhoeverGaveItAndWhen() {
    MlflowRun run = run("series");
    List<RunMetric> early =
        IntStream.range(0, 10_050)
            .mapToObj(step -> new RunMetric("loss", 0.5, TIME.plusSeconds(step), step))
            .toList();
    List<RunMetric> late =
        IntStream.range(10_000, 10_100)
            .mapToObj(step -> new RunMetric("loss", 0.25, TIME.plusSeconds(99_999), step))
            .toList();
    MetricSeries first = tracking.series(run.runId());

    first.add(early);
    first.add(early.subList(100, 200));
    tracking.series(run.runId()).add(late);
    tracking.series(run.runId()).add(early);
    tracking.series(run.runId()).add(List.of());

    assertThat(history(run, "loss")).isEqualTo(10_100);
  }

  @Test
  void ofSeveralValuesForOneStepTheFirstIsAdded() {
    MlflowRun run = run("one step");

    tracking
        .series(run.runId())
        .add(List.of(new RunMetric("loss", 0.5, TIME, 1), new RunMetric("loss", 0.25, TIME, 1)));

    assertThat(history(run, "loss")).isEqualTo(1);
    assertThat(tracking.run(run.runId()).metrics()).containsEntry("loss", 0.5);
  }

  @Test
  void aSeriesOfARunThatIsNotThereIsRefused() {
    MetricSeries series = tracking.series("0123456789abcdef");

    assertThatThrownBy(() -> series.add(List.of(new RunMetric("loss", 0.5, TIME, 1))))
        .isInstanceOf(InvalidInputException.class);
  }

  private static int history(MlflowRun run, String metric) {
    return new MlflowRest(servers.mlflow())
        .get("metrics/get-history", Map.of("run_id", run.runId(), "metric_key", metric))
        .path("metrics")
        .size();
  }

  @Test
  void namesInputsOnceWithTheirWholeDigest() {
    MlflowRun run = run("inputs");
    Digest digest = Digest.of("manifest");
    DatasetInput input = new DatasetInput("clips", digest, "s3://b/artifacts/m", "training");

    tracking.logInputs(run.runId(), List.of(input));
    tracking.logInputs(run.runId(), List.of(input));

    JsonNode inputs =
        new MlflowRest(servers.mlflow())
            .get("runs/get", Map.of("run_id", run.runId()))
            .at("/run/inputs/dataset_inputs");
    assertThat(inputs).hasSize(1);
    assertThat(inputs.get(0).at("/dataset/digest").asText())
        .isEqualTo(digest.hex().substring(0, 36));
    assertThat(inputs.get(0).path("tags").toString())
        .contains(digest.toString())
        .contains("training");
  }

  @Test
  void storesArtefactsThroughTheServer() throws IOException, InterruptedException {
    MlflowRun run = run("artefacts");
    byte[] content = "überall".getBytes(StandardCharsets.UTF_8);

    tracking.logArtifact(
        run.runId(), "reports/a b+c%ü.txt", "first".getBytes(StandardCharsets.UTF_8));
    tracking.logArtifact(run.runId(), "reports/a b+c%ü.txt", content);

    assertThat(download(run, "reports/a b+c%ü.txt")).isEqualTo(content);
    assertThatThrownBy(() -> tracking.logArtifact(run.runId(), "../up.txt", content))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] download(MlflowRun run, String path)
      throws IOException, InterruptedException {
    String folder = tracking.run(run.runId()).artifactUri();
    String address =
        servers.mlflow().url()
            + "/api/2.0/mlflow-artifacts/artifacts/"
            + ArtifactPath.below(folder, path).encoded();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
  }

  @Test
  void closesARun() {
    MlflowRun run = run("closed");

    tracking.terminate(run.runId(), RunOutcome.FAILED, TIME);
    tracking.terminate(run.runId(), RunOutcome.FAILED, TIME);

    assertThat(tracking.run(run.runId()).status()).isEqualTo("FAILED");
  }

  @Test
  void aRunThatIsNotThereIsTheRequestsFault() {
    assertThatThrownBy(() -> tracking.setTags("0123456789abcdef", Map.of("a", "b")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("0123456789abcdef");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    MlflowEndpoint nowhere =
        new MlflowEndpoint(URI.create("http://127.0.0.1:1"), new MlflowCredentials.None());
    try (MlflowTracking away = new MlflowTracking(nowhere)) {
      assertThatThrownBy(() -> away.findRun("any", "run"))
          .isInstanceOf(ServerUnavailableException.class)
          .hasMessageContaining("http://127.0.0.1:1")
          .hasMessageContaining("EMOVOX_MLFLOW_URL");
    }
    assertThatThrownBy(() -> new ModelRegistry(nowhere).versions("emovox"))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:1");
  }

  @Test
  void goesOnWithTheSameRunAfterTheServerWasKilled() {
    RunSpec spec = RunSpec.of("killed", "key", "survivor");
    MlflowRun before = tracking.findOrCreateRun(spec);

    servers.kill(Server.MLFLOW);
    try {
      assertThatThrownBy(() -> tracking.findOrCreateRun(spec))
          .isInstanceOf(ServerUnavailableException.class);
      assertThatThrownBy(() -> tracking.logArtifact(before.runId(), "a", new byte[1]))
          .isInstanceOf(ServerUnavailableException.class);
    } finally {
      servers.restart(Server.MLFLOW);
    }

    assertThat(tracking.findOrCreateRun(spec)).isEqualTo(before);
    tracking.logArtifact(before.runId(), "after.txt", new byte[1]);
    assertThat(Optional.of(tracking.run(before.runId()).status())).contains("RUNNING");
  }
}
