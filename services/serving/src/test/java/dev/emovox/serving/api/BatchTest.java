package dev.emovox.serving.api;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TestSettings.class)
class BatchTest extends ServiceTest {
  private static final String PATH = "/v1/emotions:batch";

  /** The colon as it is written. */
  private static RequestSpecification batch() {
    return RestAssured.given().urlEncodingEnabled(false);
  }

  private static Map<String, String> clip(String name, byte[] audio) {
    return Map.of("name", name, "audio", Base64.getEncoder().encodeToString(audio));
  }

  @Test
  void answersFilesOfAFormInTheirOrder() {
    batch()
        .multiPart("file", "a.wav", Sounds.tone(1))
        .multiPart("file", "b.txt", "no audio".getBytes(StandardCharsets.UTF_8))
        .multiPart("other", "c.wav", Sounds.tone(2))
        .post(PATH + "?top=1")
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("a.wav", "b.txt", "c.wav")))
        .body("items[0].emotion.label", equalTo("happy"))
        .body("items[0].emotion.probabilities.size()", equalTo(1))
        .body("items[0]", not(hasKey("problem")))
        .body("items[1]", not(hasKey("emotion")))
        .body("items[1].problem.type", equalTo("urn:emovox:problem:not_audio"))
        .body("items[1].problem.status", equalTo(415))
        .body("items[2].emotion.seconds.toDouble()", closeTo(2, 1e-6))
        .body("answered", equalTo(2))
        .body("failed", equalTo(1));
  }

  @Test
  void answersClipsOfADocument() {
    batch()
        .contentType("application/json")
        .body(
            Map.of(
                "clips",
                List.of(
                    clip("one", Sounds.tone(1)),
                    clip("silent", Sounds.silence(1)),
                    Map.of("name", "broken", "audio", "§"),
                    Map.of("name", "none"))))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("one", "silent", "broken", "none")))
        .body("items[0].emotion.label", equalTo("happy"))
        .body("items[1].problem.reason", equalTo("silent"))
        .body("items[2].problem.type", equalTo("urn:emovox:problem:malformed"))
        .body("items[3].problem.type", equalTo("urn:emovox:problem:malformed"));
  }

  @Test
  void answersMoreClipsThanMayWaitAtOnce() {
    List<Map<String, String>> clips =
        Collections.nCopies(TestSettings.MAX_ITEMS, clip("x", Sounds.tone(0.2)));

    batch()
        .contentType("application/json")
        .body(Map.of("clips", clips))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("answered", equalTo(TestSettings.MAX_ITEMS));
  }

  @Test
  void refusesMoreClipsThanItAnswers() {
    List<Map<String, String>> clips =
        Collections.nCopies(TestSettings.MAX_ITEMS + 1, clip("x", new byte[1]));

    batch()
        .contentType("application/json")
        .body(Map.of("clips", clips))
        .post(PATH)
        .then()
        .statusCode(413)
        .body("type", equalTo("urn:emovox:problem:too_large"))
        .body("detail", containsString("at most " + TestSettings.MAX_ITEMS));
  }

  @Test
  void refusesALargeBody() {
    batch()
        .contentType("application/json")
        .body(new byte[TestSettings.MAX_BATCH_BYTES + 1])
        .post(PATH)
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"clips\":[]}",
        "{\"clips\":[null]}",
        "{\"clips\":7}",
        "{\"clips\":[[]]}"
      })
  void refusesWhatIsNoBatch(String body) {
    batch()
        .contentType("application/json")
        .body(body)
        .post(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:emovox:problem:malformed"));
  }

  @Test
  void refusesAFormWithoutFiles() {
    batch().multiPart("text", "hello").post(PATH).then().statusCode(400);
  }

  @Test
  void refusesParametersThatItDoesNotUnderstand() {
    batch()
        .contentType("application/json")
        .body(Map.of("clips", List.of(clip("x", Sounds.tone(1)))))
        .post(PATH + "?best=1")
        .then()
        .statusCode(400);
  }

  @Test
  void saysOnceThatThereIsNoModel() {
    serveNothing();

    batch()
        .multiPart("file", "a.wav", Sounds.tone(1))
        .post(PATH)
        .then()
        .statusCode(503)
        .header("Retry-After", matchesPattern("[1-9]\\d*"))
        .body("type", equalTo("urn:emovox:problem:no_model"));
  }

  @Test
  void givesTheWholeBatchTheTimeThatItsClientGivesIt() {
    batch()
        .header("X-Request-Timeout", "0.000000001")
        .multiPart("file", "a.wav", Sounds.tone(1))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("items[0].problem.type", equalTo("urn:emovox:problem:timeout"));
  }
}
