package dev.emovox.serving.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.audio.WavWriter;
import dev.emovox.domain.Digest;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.serving.registry.SmallPackages;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.PredictionRow;
import dev.emovox.traces.StoredTraceFiles;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service with a real S3 server and a real MLflow server. */
class ServingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] HIGH_TONE =
      WavWriter.encode(SmallPackages.tone(SmallPackages.HIGH, 3));

  private static TestServers servers;
  private static PublishedModels published;
  private static int packages;

  private final Set<Server> killed = EnumSet.noneOf(Server.class);
  private ServingProcess service;

  @BeforeAll
  static void startServers() {
    servers = TestServers.start(Server.S3_SEAWEEDFS, Server.MLFLOW);
    published = new PublishedModels(servers);
  }

  @AfterAll
  static void stopServers() {
    published.close();
    servers.close();
  }

  @BeforeEach
  void startService() throws IOException {
    service = ServingProcess.start(servers.s3(), servers.mlflow());
    await().atMost(PATIENCE).until(() -> service.address().isPresent());
  }

  @AfterEach
  void stopService() throws IOException {
    service.close();
    killed.forEach(servers::restart);
    published.demote();
  }

  @Test
  void answersWithWhatIsPromotedAndFollowsTheAlias() {
    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
    assertThat(classify().statusCode()).isEqualTo(503);

    BaselinePackage first = newPackage("first");
    String version = published.publish(first);
    promoteAndAwait(version);

    JsonPath answer = classify().then().statusCode(200).extract().jsonPath();
    assertThat(answer.getString("label")).isEqualTo("high-first");
    assertThat(answer.getDouble("seconds")).isEqualTo(3);
    assertThat(answer.getString("model.version")).isEqualTo(version);
    assertThat(answer.getString("model.digest")).isEqualTo(first.digest().toString());
    assertThat(answer.getString("model.run")).isEqualTo("run-of-the-test");

    promoteAndAwait(published.publish(newPackage("second")));
    assertThat(classify().jsonPath().getString("label")).isEqualTo("high-second");
  }

  @Test
  void keepsARowOfEachPredictionInTheStore() {
    BaselinePackage model = newPackage("traced");
    promoteAndAwait(published.publish(model));
    String id = classify().then().statusCode(200).extract().path("id");

    try (S3Connection s3 = new S3Connection(servers.s3())) {
      PredictionArchive archive = new PredictionArchive(StoredTraceFiles.in(s3));
      await().atMost(PATIENCE).until(() -> archive.find(id).isPresent());
      PredictionRow row = archive.find(id).orElseThrow();
      assertThat(row.clip()).isEqualTo(Digest.of(HIGH_TONE).toString());
      assertThat(row.clipSeconds()).isEqualTo(3);
      assertThat(row.label()).isEqualTo("high-traced");
      assertThat(row.modelDigest()).isEqualTo(model.digest().toString());
    }
  }

  @Test
  void keepsTheGoodModelWhenTheNextIsChangedOrGone() {
    String good = published.publish(newPackage("good"));
    promoteAndAwait(good);

    String changed = published.publishChanged(newPackage("changed"));
    published.promote(changed);
    awaitRejection(changed);
    assertThat(served()).isEqualTo(good);

    BaselinePackage lost = newPackage("lost");
    String vanished = published.publishVanished(lost);
    published.promote(vanished);
    awaitRejection(vanished);
    assertThat(served()).isEqualTo(good);
    assertThat(get("/v1/model").jsonPath().getString("rejected.reason"))
        .contains(lost.digest().hex());
    assertThat(service.log()).contains(lost.digest().hex(), "goes on answering");

    published.publish(lost);
    await().atMost(PATIENCE).until(() -> served().equals(vanished));
  }

  @Test
  void goesOnWithoutTheServersAndFindsThemAgain() {
    String before = published.publish(newPackage("before"));
    promoteAndAwait(before);
    String after = published.publish(newPackage("after"));

    kill(Server.MLFLOW);
    kill(Server.S3_SEAWEEDFS);
    awaitState("unreachable");
    classify().then().statusCode(200);
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);

    restart(Server.MLFLOW);
    published.promote(after);
    await()
        .atMost(PATIENCE)
        .until(() -> get("/v1/model").jsonPath().getString("registry.message").contains("S3"));
    assertThat(served()).isEqualTo(before);

    restart(Server.S3_SEAWEEDFS);
    await().atMost(PATIENCE).until(() -> served().equals(after));
  }

  @Test
  void startsBeforeTheServersDo() throws IOException {
    String version = published.publish(newPackage("early"));
    published.promote(version);
    kill(Server.MLFLOW);
    service.close();
    service = ServingProcess.start(servers.s3(), servers.mlflow());
    await().atMost(PATIENCE).until(() -> service.address().isPresent());

    assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(() -> get("/q/health/ready").asString().contains(servers.mlflow().url().toString()));
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);

    restart(Server.MLFLOW);
    await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
    assertThat(served()).isEqualTo(version);
  }

  @Test
  void endsAtOnceWhenItIsNotToldWhereTheServersAreOrNoDevice() throws Exception {
    try (ServingProcess lost = ServingProcess.start(Map.of())) {
      assertThat(lost.exitCode()).isEqualTo(2);
      assertThat(lost.log()).contains("EMOVOX_MLFLOW_URL", "./emovox up").doesNotContain("\tat ");
    }
    Map<String, String> device = Map.of("EMOVOX_DEVICE", "tpu");
    try (ServingProcess lost = ServingProcess.start(servers.s3(), servers.mlflow(), device)) {
      assertThat(lost.exitCode()).isEqualTo(2);
      assertThat(lost.log())
          .contains("EMOVOX_DEVICE", "'tpu' is no device")
          .doesNotContain("\tat ");
    }
  }

  private void kill(Server server) {
    killed.add(server);
    servers.kill(server);
  }

  private void restart(Server server) {
    servers.restart(server);
    killed.remove(server);
  }

  private static BaselinePackage newPackage(String name) {
    packages++;
    return SmallPackages.telling("low-" + packages, "high-" + name);
  }

  private void promoteAndAwait(String version) {
    published.promote(version);
    await().atMost(PATIENCE).until(() -> served().equals(version));
  }

  private void awaitRejection(String version) {
    await()
        .atMost(PATIENCE)
        .until(() -> version.equals(get("/v1/model").jsonPath().getString("rejected.version")));
  }

  private void awaitState(String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> state.equals(get("/v1/model").jsonPath().getString("registry.state")));
  }

  private String served() {
    String version = get("/v1/model").jsonPath().getString("version");
    return version == null ? "none" : version;
  }

  private Response classify() {
    return given().contentType("audio/wav").body(HIGH_TONE).post(url("/v1/emotions"));
  }

  private Response get(String path) {
    return given().get(url(path));
  }

  private String url(String path) {
    return service.address().orElseThrow() + path;
  }
}
