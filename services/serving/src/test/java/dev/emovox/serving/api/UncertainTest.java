package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import dev.emovox.serving.model.FakeModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Happy has 0.7 in every answer of {@link FakeModel#happy}, and 0.75 is asked for. */
@QuarkusTest
@TestProfile(UncertainSettings.class)
class UncertainTest extends ServiceTest {
  @Test
  void clipsAndTheirWindowsSayIt() {
    given()
        .body(Sounds.tone(2))
        .post("/v1/emotions?segments=1&top=1")
        .then()
        .statusCode(200)
        .body("uncertain", equalTo(true))
        .body("segments.uncertain", everyItem(equalTo(true)));
    serve(new FakeModel(probabilities -> new double[] {0.1, 0.8, 0.1}));
    given()
        .body(Sounds.tone(2))
        .post("/v1/emotions?segments=1")
        .then()
        .body("uncertain", equalTo(false))
        .body("segments.uncertain", everyItem(equalTo(false)));
  }

  @Test
  void eachClipOfABatchSaysIt() {
    given()
        .urlEncodingEnabled(false)
        .multiPart("file", "clip.wav", Sounds.tone(1), "audio/wav")
        .post("/v1/emotions:batch")
        .then()
        .statusCode(200)
        .body("items[0].emotion.uncertain", equalTo(true));
  }
}
