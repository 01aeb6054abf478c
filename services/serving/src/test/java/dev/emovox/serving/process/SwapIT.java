package dev.emovox.serving.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.WavWriter;
import dev.emovox.inference.BaselinePackage;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.serving.registry.GoldenNetworks;
import dev.emovox.serving.registry.SmallPackages;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service under load while the model is changed, with real S3 and real MLflow. */
class SwapIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_SWAPS = 10;
  private static final int SWAPS = 50;
  private static final int ANSWERS_BETWEEN = 10;
  private static final int CALLERS = 20;
  private static final String CALLER = "X-Caller";
  private static final long MEBIBYTE = 1 << 20;
  private static final long HEAP_ROOM = 16 * MEBIBYTE;
  private static final long NATIVE_ROOM = 64 * MEBIBYTE;
  private static final String MODEL = "dev.emovox.serving.registry.PackagedModel";
  private static final String TENSOR = "ai.djl.pytorch.engine.PtNDArray";
  private static final byte[] CLIP = WavWriter.encode(SmallPackages.tone(SmallPackages.HIGH, 1));

  /** A heap of a fixed size that is touched at once, so that what grows is native memory. */
  private static final String FIXED_HEAP = "-Xms256m -Xmx256m -XX:+AlwaysPreTouch";

  @TempDir static Path temporary;

  private static TestServers servers;
  private static PublishedModels published;
  private static ServingProcess service;
  private static Path scratch;

  @BeforeAll
  static void start() throws IOException {
    servers = TestServers.start(Server.S3_SEAWEEDFS, Server.MLFLOW);
    published = new PublishedModels(servers);
    scratch = Files.createDirectory(temporary.resolve("scratch"));
    service =
        ServingProcess.start(
            servers.s3(),
            servers.mlflow(),
            Map.of(
                "EMOVOX_SERVING_POLL_INTERVAL",
                "50ms",
                "EMOVOX_SERVING_CANARY_SHARE",
                "0.5",
                "EMOVOX_SERVING_CANARY_HEADER",
                CALLER,
                "EMOVOX_SERVING_SCRATCH",
                scratch.toString(),
                "JAVA_TOOL_OPTIONS",
                FIXED_HEAP));
    await().atMost(PATIENCE).until(() -> service.address().isPresent());
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
    published.demote();
    published.close();
    servers.close();
  }

  @Test
  void fiftySwapsFailNoRequestAndLeaveNothingBehind() throws Exception {
    List<String> versions = threeBaselinesAndANetwork();
    promoteAndAwait(versions.get(3));
    int answers = swapUnderLoad(versions, 0, FIRST_SWAPS);
    ProcessMemory early = settledMemory();

    answers += swapUnderLoad(versions, FIRST_SWAPS, SWAPS);
    ProcessMemory late = settledMemory();

    assertThat(answers).isGreaterThan(SWAPS * ANSWERS_BETWEEN);
    assertThat(late.count(TENSOR)).isEqualTo(early.count(TENSOR));
    assertThat(late.heapBytes())
        .as("heap; %s", late.growthSince(early))
        .isLessThan(early.heapBytes() + HEAP_ROOM);
    assertThat(late.residentBytes()).isLessThan(early.residentBytes() + NATIVE_ROOM);
    assertThat(scratch).isEmptyDirectory();
    assertThat(service.log()).doesNotContain("Exception");
  }

  private static List<String> threeBaselinesAndANetwork() throws IOException {
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      versions.add(published.publish(SmallPackages.telling("low-swap-" + i, "high-swap-" + i)));
    }
    Path folder = temporary.resolve("network");
    try (Wav2Vec2Package network = GoldenNetworks.seal("base", "swaps", folder)) {
      versions.add(published.publish(folder, network));
    }
    return versions;
  }

  private static int swapUnderLoad(List<String> versions, int from, int to) {
    String current = served();
    SwapClients clients = clients(current);
    try (clients) {
      for (int swap = from; swap < to; swap++) {
        String next = versions.get(swap % versions.size());
        clients.expect(current, next);
        promoteAndAwait(next);
        clients.expect(next);
        clients.awaitAnswers(ANSWERS_BETWEEN);
        current = next;
      }
    }
    assertThat(clients.wrong()).isEmpty();
    return clients.answers();
  }

  /** Both times the same model is live: what the other ones left is the difference. */
  private static ProcessMemory settledMemory() throws IOException, InterruptedException {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ProcessMemory.of(service.pid()).count(MODEL)).isEqualTo(1));
    return ProcessMemory.of(service.pid());
  }

  @Test
  void whatIsDamagedNeverGoesLiveUnderLoadAndTheNextGoodOneDoes() {
    String good = published.publish(SmallPackages.telling("low-good", "high-good"));
    promoteAndAwait(good);
    List<Function<BaselinePackage, String>> damages =
        List.of(
            published::publishChanged,
            published::publishVanished,
            published::publishIncomplete,
            published::publishElsewhere);
    SwapClients clients = clients(good);
    try (clients) {
      for (int damage = 0; damage < damages.size(); damage++) {
        String bad =
            damages.get(damage).apply(SmallPackages.telling("low-bad", "high-bad-" + damage));
        published.promote(bad);
        await().atMost(PATIENCE).until(() -> bad.equals(model().getString("rejected.version")));
        clients.awaitAnswers(ANSWERS_BETWEEN);
        assertThat(model().getString("version")).isEqualTo(good);
        assertThat(model().getString("registry.state")).isEqualTo("rejected");
        assertThat(model().getString("rejected.reason")).isNotBlank();
      }
      String next = published.publish(SmallPackages.telling("low-next", "high-next"));
      clients.expect(good, next);
      promoteAndAwait(next);
      clients.expect(next);
      clients.awaitAnswers(ANSWERS_BETWEEN);
    }
    assertThat(clients.wrong()).isEmpty();
    assertThat(model().getString("registry.state")).isEqualTo("in_step");
    assertThat(model().getString("rejected")).isNull();
  }

  @Test
  void aChallengerAnswersSomeCallersUntilItIsTheChampion() {
    String champion = published.publish(SmallPackages.telling("low-old", "high-old"));
    String challenger = published.publish(SmallPackages.telling("low-new", "high-new"));
    promoteAndAwait(champion);
    published.promote("challenger", challenger);
    await()
        .atMost(PATIENCE)
        .until(() -> challenger.equals(model().getString("challenger.model.version")));

    Map<String, String> answered = answersByCaller();
    assertThat(answered.values()).contains(champion, challenger);
    assertThat(answersByCaller()).isEqualTo(answered);

    promoteAndAwait(challenger);
    assertThat(answersByCaller().values()).containsOnly(challenger);
    assertThat(model().getString("challenger.registry.state")).isEqualTo("no_challenger");
    published.demote("challenger");
  }

  private static Map<String, String> answersByCaller() {
    Map<String, String> versions = new TreeMap<>();
    for (int i = 0; i < CALLERS; i++) {
      String version =
          given()
              .header(CALLER, "caller " + i)
              .body(CLIP)
              .post(url("/v1/emotions"))
              .then()
              .statusCode(200)
              .extract()
              .path("model.version");
      versions.put("caller " + i, version);
    }
    return versions;
  }

  private static SwapClients clients(String live) {
    return new SwapClients(URI.create(url("/v1/emotions")), CLIP, live);
  }

  private static void promoteAndAwait(String version) {
    published.promote(version);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> version.equals(served()));
  }

  private static String served() {
    return model().getString("version");
  }

  private static JsonPath model() {
    return given().get(url("/v1/model")).jsonPath();
  }

  private static String url(String path) {
    return service.address().orElseThrow() + path;
  }
}
