package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
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
        "segments=true"
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
