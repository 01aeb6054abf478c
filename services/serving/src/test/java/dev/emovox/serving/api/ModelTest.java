package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.emovox.domain.CalibrationScores;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.RegistryState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestSettings.class)
class ModelTest extends ServiceTest {

  @Test
  void tellsEverythingAboutTheModel() {
    String version = serve(FakeModel.happy());

    given()
        .get("/v1/model")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("name", equalTo("emovox"))
        .body("version", equalTo(version))
        .body("run", equalTo("run-" + version))
        .body("digest", equalTo(FakeModelSource.digest(version).toString()))
        .body("labels", contains("angry", "happy", "sad"))
        .body("preprocessing.sample_rate", equalTo(16_000))
        .body("preprocessing.unit_length", equalTo(true))
        .body("since", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"))
        .body("registry.state", equalTo("in_step"))
        .body("$", hasKey("calibration"))
        .body("calibration", nullValue())
        .body("$", hasKey("self_test"))
        .body("self_test", nullValue())
        .body("$", not(hasKey("rejected")));
  }

  @Test
  void tellsHowProbabilitiesAreCalibratedAndWhatWasTested() {
    CalibrationScores scores = new CalibrationScores(0.9, 0.1);
    String version = newVersion();
    registry.add(version, FakeModel::happy);
    registry.describe(version, Optional.of(new TemperatureScaling(1.5, 400, scores, scores)), 3);
    registry.promote(version);
    await()
        .untilAsserted(
            () ->
                given()
                    .get("/v1/model")
                    .then()
                    .body("version", equalTo(version))
                    .body("calibration.temperature", equalTo(1.5f))
                    .body("calibration.clips", equalTo(400))
                    .body("calibration.after.negative_log_likelihood", equalTo(0.9f))
                    .body("self_test.clips", equalTo(3))
                    .body("self_test.tolerance", equalTo(0.001f)));
  }

  @Test
  void tellsWhichVersionWasRefusedAndWhy() {
    String good = serve(FakeModel.happy());
    String bad = refuse("model.json has other bytes");

    given()
        .get("/v1/model")
        .then()
        .statusCode(200)
        .body("version", equalTo(good))
        .body("registry.state", equalTo("rejected"))
        .body("rejected.version", equalTo(bad))
        .body("rejected.digest", equalTo(FakeModelSource.digest(bad).toString()))
        .body("rejected.reason", containsString("model.json has other bytes"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks[0].data.version", equalTo(good))
        .body("checks[0].data.rejected_version", equalTo(bad))
        .body("checks[0].data.rejected_reason", containsString("model.json has other bytes"));
  }

  @Test
  void isReadyWithoutTheRegistryOnceAModelAnswers() {
    registry.fail(new ServerUnavailableException("MLflow at http://x:1 does not answer", null));
    await().until(() -> watcher.status().state() == RegistryState.UNREACHABLE);

    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks[0].data.registry", equalTo("unreachable"))
        .body("checks[0].data.message", containsString("MLflow at http://x:1"));
  }

  @Test
  void isAliveAndNotReadyBeforeTheFirstModelAndSaysWhichServerIsAway() {
    serveNothing();
    registry.fail(new ServerUnavailableException("MLflow at http://x:1 does not answer", null));
    await().until(() -> watcher.status().state() == RegistryState.UNREACHABLE);

    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("checks[0].data.message", containsString("MLflow at http://x:1"));
  }

  private String refuse(String reason) {
    String version = newVersion();
    registry.add(
        version,
        () -> {
          throw new InvalidInputException(reason);
        });
    registry.promote(version);
    await().until(() -> watcher.status().state() == RegistryState.REJECTED);
    return version;
  }
}
