package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.emovox.audio.WavWriter;
import dev.emovox.drift.Verdict;
import dev.emovox.serving.drift.Clips;
import dev.emovox.serving.model.FakeModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestSettings.class)
class DriftTest extends ServiceTest {
  private final Clips clips = new Clips(5);

  @AfterEach
  void forget() {
    registry.refer(Optional.empty());
  }

  private static JsonPath drift() {
    return given().get("/v1/drift").then().statusCode(200).extract().jsonPath();
  }

  private void awaitState(String state) {
    await().until(() -> drift().getString("state").equals(state));
  }

  private void ask(int number, double decibels) {
    for (int i = 0; i < number; i++) {
      given()
          .body(WavWriter.encode(clips.next(decibels)))
          .post("/v1/emotions")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void saysThatAPackageHasNoReference() {
    awaitState("no_reference");
    given()
        .get("/v1/drift")
        .then()
        .body("model.name", equalTo("emovox"))
        .body("$", not(hasKey("reference")))
        .body("quantities", hasSize(0))
        .body("alarm.raised", equalTo(false));
  }

  @Test
  void showsWindowsQuantitiesAndTheAlarm() {
    registry.refer(
        Optional.of(
            Clips.reference(FakeModel.LABELS, Collections.nCopies(60, Verdict.of(0.2, 0.7, 0.1)))));
    String version = serve(FakeModel.happy());
    awaitState("watching");
    ask(20, -20);
    await().until(() -> drift().getInt("window.clips") == 20);
    assertThat(drift().getString("model.version")).isEqualTo(version);
    assertThat(drift().getString("reference.inputs.part")).isEqualTo("train");
    assertThat(drift().getInt("reference.outputs.clips")).isEqualTo(60);

    ask(80, -20);
    awaitState("alarm");
    JsonPath alarm = drift();
    assertThat(alarm.getInt("window.ended")).isEqualTo(2);
    assertThat(alarm.getList("quantities.quantity"))
        .containsExactly(
            "level", "seconds", "brightness", "pauses", "confidence", "entropy", "label");
    assertThat(alarm.getBoolean("quantities[0].significant")).isTrue();
    assertThat(alarm.getDouble("quantities[0].psi")).isGreaterThan(1);
    assertThat(
            alarm.getDouble("quantities[0].reference_median")
                - alarm.getDouble("quantities[0].window_median"))
        .isBetween(17.0, 23.0);
    assertThat(alarm.getString("alarm.since")).endsWith("Z");
    assertThat(given().accept("text/plain").get("/q/metrics").asString())
        .contains("emovox_drift_alarm 1.0", "emovox_drift_windows_total")
        .containsPattern("emovox_drift_psi\\{quantity=\"level\",?} [1-9]");
  }
}
