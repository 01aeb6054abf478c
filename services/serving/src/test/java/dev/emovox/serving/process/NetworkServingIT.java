package dev.emovox.serving.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.WavWriter;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.Prediction;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.serving.registry.GoldenNetworks;
import dev.emovox.serving.registry.SmallPackages;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks in the packaged service: libtorch under Quarkus' class loaders. */
class NetworkServingIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double TOLERANCE = 1e-6;

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
            servers.s3(), servers.mlflow(), Map.of("EMOVOX_SERVING_SCRATCH", scratch.toString()));
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
  void answersAsThePredictorDoes() throws IOException {
    for (String network : List.of("base", "xlsr")) {
      Path folder = temporary.resolve("answers-" + network);
      try (Wav2Vec2Package model = GoldenNetworks.seal(network, "answers", folder);
          EmotionPredictor predictor = model.load(ComputeDevice.CPU)) {
        promoteAndAwait(published.publish(folder, model));
        compare(predictor, WavWriter.encode(SmallPackages.tone(SmallPackages.LOW, 1.3)));
        compare(predictor, WavWriter.encode(new AudioClip(swelling(20_000), 22_050)));
      }
    }
    awaitEmptyScratch();
    assertThat(get("/v1/model").jsonPath().getInt("preprocessing.sample_rate")).isEqualTo(16_000);
    assertThat(service.log()).doesNotContain("WARNING", "SLF4J", "Exception");
  }

  private static float[] swelling(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * i / length * Math.sin(0.05 * i));
    }
    return samples;
  }

  private static void compare(EmotionPredictor predictor, byte[] wav) {
    Prediction here =
        predictor.predict(new AudioDecoder(DecodeLimits.standard()).decode(wav).clip());
    JsonPath there = classify(wav, "?logits=true").then().statusCode(200).extract().jsonPath();
    assertThat(there.getString("label")).isEqualTo(here.label());
    for (int i = 0; i < predictor.labels().size(); i++) {
      String label = predictor.labels().name(i);
      assertThat(there.getDouble("probabilities." + label))
          .isCloseTo(here.probabilities()[i], within(TOLERANCE));
      assertThat(there.getDouble("logits." + label)).isCloseTo(here.logits()[i], within(TOLERANCE));
    }
  }

  @Test
  void changedWeightsNeverGoLive() throws IOException {
    Path good = temporary.resolve("good");
    Path bad = temporary.resolve("bad");
    try (Wav2Vec2Package first = GoldenNetworks.seal("base", "good", good);
        Wav2Vec2Package second = GoldenNetworks.seal("base", "bad", bad)) {
      String served = published.publish(good, first);
      promoteAndAwait(served);
      flipLastByte(bad.resolve("model.safetensors"));
      String changed = published.publish(bad, second);
      published.promote(changed);
      await()
          .atMost(PATIENCE)
          .until(() -> changed.equals(get("/v1/model").jsonPath().getString("rejected.version")));
      assertThat(get("/v1/model").jsonPath().getString("rejected.reason"))
          .contains("model.safetensors", "has changed");
      assertThat(served()).isEqualTo(served);
    }
    awaitEmptyScratch();
  }

  /** The refused version is tried again now and then, and its copy is there while it is read. */
  private static void awaitEmptyScratch() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(scratch).isEmptyDirectory());
  }

  private static void flipLastByte(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length - 1] ^= 1;
    Files.write(file, content);
  }

  @Test
  void takesTurnsWithABaselineAndRefusesWhatIsTooShort() throws IOException {
    byte[] tiny = WavWriter.encode(SmallPackages.tone(SmallPackages.LOW, 0.01));
    Path folder = temporary.resolve("turns");
    try (Wav2Vec2Package model = GoldenNetworks.seal("xlsr", "turns", folder)) {
      String network = published.publish(folder, model);
      String baseline = published.publish(SmallPackages.telling("low", "high"));
      promoteAndAwait(baseline);
      promoteAndAwait(network);
      Response refused = classify(tiny, "");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.jsonPath().getString("reason")).isEqualTo("too_short");
      promoteAndAwait(baseline);
      assertThat(classify(tiny, "").statusCode()).isEqualTo(200);
    }
  }

  private static void promoteAndAwait(String version) {
    published.promote(version);
    await().atMost(PATIENCE).until(() -> served().equals(version));
  }

  private static String served() {
    String version = get("/v1/model").jsonPath().getString("version");
    return version == null ? "none" : version;
  }

  private static Response classify(byte[] wav, String query) {
    return given()
        .config(
            RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
        .body(wav)
        .post(url("/v1/emotions" + query));
  }

  private static Response get(String path) {
    return given().get(url(path));
  }

  private static String url(String path) {
    return service.address().orElseThrow() + path;
  }
}
