package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TestSettings.class)
class EmotionsTest extends ServiceTest {
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void answersARawBodyWithEverythingAboutTheAnswer() {
    String version = serve(FakeModel.happy());

    given()
        .config(exactNumbers())
        .contentType("audio/wav")
        .body(Sounds.tone(1.5))
        .post("/v1/emotions")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("id", matchesPattern(UUID_PATTERN))
        .body("label", equalTo("happy"))
        .body("probabilities.happy", closeTo(0.7, 1e-12))
        .body("$", not(hasKey("uncertain")))
        .body("seconds", closeTo(1.5, 1e-9))
        .body("model.name", equalTo("emovox"))
        .body("model.version", equalTo(version))
        .body("model.run", equalTo("run-" + version))
        .body("model.digest", equalTo(FakeModelSource.digest(version).toString()));
  }

  @Test
  void answersTheFileFieldOfAForm() {
    given()
        .multiPart("file", "clip.wav", Sounds.tone(1), "audio/wav")
        .post("/v1/emotions")
        .then()
        .statusCode(200)
        .body("label", equalTo("happy"));
  }

  @Test
  void listsClassesInTheModelsOrder() {
    assertThat(probabilities("")).containsExactly("angry", "happy", "sad");
  }

  @Test
  void listsTheTopClassesByProbability() {
    assertThat(probabilities("?top=2")).containsExactly("happy", "angry");
    assertThat(probabilities("?top=99")).containsExactly("happy", "angry", "sad");
  }

  @Test
  void tellsLogitsOnRequestForTheClassesThatAreListed() {
    given()
        .config(exactNumbers())
        .body(Sounds.tone(1))
        .post("/v1/emotions?top=1&logits=true")
        .then()
        .statusCode(200)
        .body("logits", equalTo(Map.of("happy", 2.5)));
    given()
        .body(Sounds.tone(1))
        .post("/v1/emotions?logits=false")
        .then()
        .body("$", not(hasKey("logits")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logits=1",
        "logits=",
        "top=0",
        "top=-1",
        "top=two",
        "top=",
        "top=1.5",
        "segments=true",
        "segments=0",
        "segments=1e3",
        "segments=NaN",
        "hop=1",
        "segments=1&hop=0",
        "segments=1&hop=-1"
      })
  void refusesParametersThatItDoesNotUnderstand(String query) {
    given()
        .body(Sounds.tone(1))
        .post("/v1/emotions?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:emovox:problem:malformed"));
  }

  @Test
  void answersWindowsThatCoverTheClip() {
    given()
        .config(exactNumbers())
        .body(Sounds.tone(2.5))
        .post("/v1/emotions?segments=1&hop=0.6&top=1&logits=true")
        .then()
        .statusCode(200)
        .body("label", equalTo("happy"))
        .body("segments.start", equalTo(List.of(0.0, 0.6, 1.2, 1.5)))
        .body("segments.end", equalTo(List.of(1.0, 1.6, 2.2, 2.5)))
        .body("segments[3].label", equalTo("happy"))
        .body("segments[3].probabilities", equalTo(Map.of("happy", 0.7)))
        .body("segments[3].logits", equalTo(Map.of("happy", 2.5)))
        .body("segments[3]", not(hasKey("silent")));
  }

  @Test
  void saysNothingOfASilentWindow() {
    given()
        .config(exactNumbers())
        .body(Sounds.toneThenSilence(1, 1))
        .post("/v1/emotions?segments=0.5&hop=0.5")
        .then()
        .statusCode(200)
        .body("segments.label", equalTo(Arrays.asList("happy", "happy", null, null)))
        .body("segments[3].silent", equalTo(true));
  }

  @Test
  void refusesMoreWindowsThanItAnswers() {
    given()
        .body(Sounds.tone(2))
        .post("/v1/emotions?segments=0.1&hop=0.001")
        .then()
        .statusCode(422)
        .body("reason", equalTo("too_long"));
  }

  @Test
  void answersForTheVersionThatIsLiveOnly() {
    String version = serve(FakeModel.happy());

    given().body(Sounds.tone(1)).post("/v1/emotions?version=" + version).then().statusCode(200);
    given()
        .body(Sounds.tone(1))
        .post("/v1/emotions?version=no-such")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:emovox:problem:not_found"))
        .body("detail", containsString("version " + version + " does"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0", "-1", "1e3", "Infinity", "1,5"})
  void refusesATimeThatIsNone(String timeout) {
    given()
        .header("X-Request-Timeout", timeout)
        .body(Sounds.tone(1))
        .post("/v1/emotions")
        .then()
        .statusCode(400)
        .body("detail", containsString("X-Request-Timeout"));
  }

  @Test
  void refusesAClipWhoseRateIsNoRateOfSound() {
    serve(FakeModel.unable(new InvalidInputException("A clip of 1 Hz can't be resampled.")));

    given()
        .body(Sounds.tone(1))
        .post("/v1/emotions")
        .then()
        .statusCode(422)
        .body("detail", containsString("resampled"));
  }

  private static List<String> probabilities(String query) {
    Map<String, Object> probabilities =
        given()
            .contentType("audio/wav")
            .body(Sounds.tone(1))
            .post("/v1/emotions" + query)
            .then()
            .statusCode(200)
            .extract()
            .path("probabilities");
    return List.copyOf(probabilities.keySet());
  }

  private static RestAssuredConfig exactNumbers() {
    return RestAssured.config()
        .jsonConfig(
            JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
  }
}
