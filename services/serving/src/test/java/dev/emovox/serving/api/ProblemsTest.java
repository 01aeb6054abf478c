package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.emovox.serving.model.FakeModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestSettings.class)
class ProblemsTest extends ServiceTest {

  @Test
  void refusesWhatIsNotAudio() {
    problem(post("{\"no\": \"audio\"}".getBytes(StandardCharsets.UTF_8)), 415, "not_audio")
        .body("reason", equalTo("not_audio"));
  }

  @Test
  void refusesAnEmptyBody() {
    problem(post(new byte[0]), 422, "unusable_audio").body("reason", equalTo("empty"));
  }

  @Test
  void refusesSilence() {
    problem(post(Sounds.silence(1)), 422, "unusable_audio").body("reason", equalTo("silent"));
  }

  @Test
  void refusesATruncatedFile() {
    byte[] whole = Sounds.tone(1);
    problem(post(Arrays.copyOf(whole, whole.length / 2)), 422, "unusable_audio")
        .body("reason", equalTo("truncated"));
  }

  @Test
  void refusesALongClip() {
    problem(post(Sounds.tone(6)), 422, "unusable_audio").body("reason", equalTo("too_long"));
  }

  @Test
  void refusesALargeBody() {
    problem(post(new byte[TestSettings.MAX_BYTES + 1]), 413, "too_large");
  }

  @Test
  void refusesALargeForm() {
    problem(
        given()
            .multiPart("file", "clip.wav", new byte[TestSettings.MAX_BYTES + 1])
            .post("/v1/emotions")
            .then(),
        413,
        "too_large");
  }

  @Test
  void refusesAFormWithoutTheField() {
    problem(
        given().multiPart("clip", "clip.wav", Sounds.tone(1)).post("/v1/emotions").then(),
        400,
        "malformed");
  }

  @Test
  void refusesABrokenForm() {
    problem(
        given()
            .header("Content-Type", "multipart/form-data")
            .body("no boundary".getBytes(StandardCharsets.UTF_8))
            .post("/v1/emotions")
            .then(),
        400,
        "malformed");
  }

  @Test
  void saysWhenToComeBackWhileThereIsNoModel() {
    serveNothing();

    problem(post(Sounds.tone(1)), 503, "no_model")
        .header("Retry-After", matchesPattern("[1-9]\\d*"));
    problem(given().get("/v1/model").then(), 503, "no_model")
        .header("Retry-After", matchesPattern("[1-9]\\d*"))
        .body("detail", containsString("promote"));
  }

  @Test
  void neverShowsInternals() {
    AfterWarmUp model = new AfterWarmUp();
    serve(model.failing(new IllegalStateException("secret of the internals")));

    problem(post(Sounds.tone(1)), 500, "internal")
        .body("detail", not(containsString("secret")))
        .body("$", not(org.hamcrest.Matchers.hasKey("stack")));
  }

  @Test
  void answersUnknownPathsMethodsAndTypesWithProblems() {
    problem(given().get("/v1/nothing").then(), 404, "refused");
    problem(given().get("/v1/emotions").then(), 405, "refused");
    problem(given().accept("text/csv").get("/v1/model").then(), 406, "refused");
  }

  private static ValidatableResponse post(byte[] body) {
    return given().contentType("audio/wav").body(body).post("/v1/emotions").then();
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String kind) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:emovox:problem:" + kind))
        .body("status", equalTo(status));
  }

  /** A model that answers the warm-up, so that it goes live, and then does not. */
  private static final class AfterWarmUp {
    private static final int WARM_UP_ROUNDS = 5;
    private int asked;

    FakeModel failing(RuntimeException failure) {
      return new FakeModel(
          probabilities -> {
            if (++asked > WARM_UP_ROUNDS) {
              throw failure;
            }
            return probabilities;
          });
    }
  }
}
