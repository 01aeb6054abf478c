package dev.emovox.serving.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.serving.api.TestSettings;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.ModelHolder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The service does what its OpenAPI document says, whatever is sent: requests are drawn from the
 * document's own schemas, with and without mistakes, and every answer is held against it. {@code
 * -Demovox.properties=1000} draws more for each operation, {@code -Demovox.properties.seed=7}
 * others.
 */
@QuarkusTest
@TestProfile(TestSettings.class)
class DescribedPropertiesTest {
  private static final long SEED = Long.getLong("emovox.properties.seed", 20_261_124);
  private static final int REQUESTS = Integer.getInteger("emovox.properties", 150);
  private static final int OTHER_METHODS = 5;
  private static final int RATE = 16_000;

  @Inject FakeModelSource registry;
  @Inject ModelHolder models;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> violations = new TreeMap<>();
  private String base;
  private Description description;

  @BeforeEach
  void start() throws IOException {
    registry.recover();
    registry.add("1", FakeModel::happy);
    registry.promote("1");
    await().until(() -> models.current().isPresent());
    base = "http://localhost:" + RestAssured.port;
    description =
        Description.of(
            RestAssured.given().accept("application/json").get("/q/openapi").asByteArray());
  }

  @Test
  void everyAnswerIsAsDescribed() throws IOException, InterruptedException {
    AnswerRules rules = new AnswerRules(description);
    Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    for (Operation operation : description.operations()) {
      Requests requests = new Requests(description, SEED + operation.id().hashCode(), tone());
      for (int i = 0; i < REQUESTS; i++) {
        GeneratedRequest request = requests.next(operation);
        HttpResponse<byte[]> answer = request.send(client, base);
        statuses
            .computeIfAbsent(operation.id(), id -> new TreeMap<>())
            .merge(answer.statusCode(), 1, Integer::sum);
        rules
            .problem(operation, request, answer)
            .ifPresent(problem -> violated(operation, request, problem));
      }
    }

    System.out.println("answers to generated requests by status: " + statuses);
    assertThat(violations.values()).as("seed " + SEED).isEmpty();
    assertThat(statuses.get("classify")).containsKeys(200, 400, 404, 415, 422);
    assertThat(statuses.get("classifyBatch")).containsKeys(200, 400);
    assertThat(statuses.get("infer")).containsKeys(200, 400, 404);
  }

  @Test
  void noOtherMethodIsTaken() throws IOException, InterruptedException {
    Requests requests = new Requests(description, SEED, tone());
    for (Operation operation : own()) {
      for (int i = 0; i < OTHER_METHODS; i++) {
        GeneratedRequest request = requests.otherMethod(operation, description.operations());
        int status = request.send(client, base).statusCode();
        if (status != 405) {
          violated(operation, request, "answered " + status + " to another method");
        }
      }
    }

    assertThat(violations.values()).as("seed " + SEED).isEmpty();
  }

  /** The framework's own routes below /q answer whatever the method is. */
  private List<Operation> own() {
    return description.operations().stream()
        .filter(operation -> !operation.path().startsWith("/q/"))
        .toList();
  }

  /** The first of its kind is enough. */
  private void violated(Operation operation, GeneratedRequest request, String problem) {
    String kind = operation.id() + ": " + problem;
    violations.putIfAbsent(
        kind.substring(0, Math.min(kind.length(), 70)), kind + "\n    " + request.curl(base));
  }

  private static byte[] tone() {
    float[] samples = new float[RATE / 8];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 220 * i / RATE));
    }
    return WavWriter.encode(new AudioClip(samples, RATE));
  }
}
