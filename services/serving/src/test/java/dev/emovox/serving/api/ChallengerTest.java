package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.serving.challenger.Challenger;
import dev.emovox.serving.challenger.Comparison;
import dev.emovox.serving.challenger.Shadow;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.RegistryState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that is tried beside the champion, as clients and operators meet it. */
@QuarkusTest
@TestProfile(ChallengedSettings.class)
class ChallengerTest extends ServiceTest {
  private static final int CALLERS = 40;
  private static final byte[] CLIP = Sounds.tone(1);

  @Inject LiveModels live;
  @Inject Challenger challenger;
  @Inject Shadow shadow;

  private String champion;

  @BeforeEach
  void knowTheChampion() {
    registry.demote(ModelRole.CHALLENGER);
    await().until(() -> challenger.status().state() == RegistryState.NO_CHALLENGER);
    champion = models.current().orElseThrow().identity().version();
  }

  @Test
  void answersAShareOfTheCallersAndEachAlwaysWithTheSameModel() {
    String tried = challenge(FakeModel.happy());
    Set<String> seen = new TreeSet<>();
    int canaries = 0;
    for (int caller = 0; caller < CALLERS; caller++) {
      String version = answeredBy("caller " + caller);
      seen.add(version);
      canaries += version.equals(tried) ? 1 : 0;
      assertThat(answeredBy("caller " + caller)).isEqualTo(version);
    }
    assertThat(seen).containsExactlyInAnyOrder(champion, tried);
    assertThat(canaries).isBetween(CALLERS / 5, CALLERS * 4 / 5);
  }

  @Test
  void letsAClientChooseEitherVersionAndNoOther() {
    String tried = challenge(FakeModel.happy());

    for (String version : List.of(champion, tried)) {
      ask("anybody", "?version=" + version)
          .then()
          .statusCode(200)
          .body("model.version", equalTo(version));
      infer("/v2/models/emovox/versions/" + version, "anybody")
          .then()
          .statusCode(200)
          .body("model_version", equalTo(version));
    }
    ask("anybody", "?version=nonsense").then().statusCode(404);
    given().get("/v2/models/emovox").then().body("versions", equalTo(List.of(champion, tried)));
  }

  @Test
  void answersByTheChampionWhatTheChallengerCanNotAndGivesItUp() {
    AtomicBoolean broken = new AtomicBoolean();
    String tried = challenge(breaking(broken));
    String canary = canary(tried);
    broken.set(true);

    for (int failure = 0; failure < ChallengedSettings.FAILURES; failure++) {
      assertThat(answeredBy(canary)).isEqualTo(champion);
    }

    await().until(() -> challenger.status().state() == RegistryState.REJECTED);
    assertThat(live.challenger().current()).isEmpty();
    given()
        .get("/v1/model")
        .then()
        .statusCode(200)
        .body("version", equalTo(champion))
        .body("challenger", not(hasKey("model")))
        .body("challenger.registry.state", equalTo("rejected"))
        .body("challenger.rejected.version", equalTo(tried))
        .body("challenger.rejected.reason", containsString("weights are gone"))
        .body("challenger.rejected", not(hasKey("next_attempt")));
  }

  @Test
  void answersAllClipsOfOneRequestByTheChampionIfTheChallengerFailsInBetween() {
    AtomicBoolean broken = new AtomicBoolean();
    String tried = challenge(breaking(broken));
    String canary = canary(tried);
    assertThat(infer("/v2/models/emovox", canary).jsonPath().getString("model_version"))
        .isEqualTo(tried);
    broken.set(true);

    infer("/v2/models/emovox", canary)
        .then()
        .statusCode(200)
        .body("model_version", equalTo(champion));
  }

  @Test
  void asksTheChampionWhatTheChallengerTakesNoClipsOf() {
    String tried =
        challenge(
            FakeModel.unable(
                new UnusableAudioException(
                    UnusableAudioException.Reason.TOO_SHORT, "shorter than a frame")));

    for (int caller = 0; caller < CALLERS; caller++) {
      assertThat(answeredBy("caller " + caller)).isEqualTo(champion);
    }
    assertThat(live.challenger().current().orElseThrow().identity().version()).isEqualTo(tried);
    assertThat(metric("emovox_challenger_failures_total{reason=\"refused\"")).isPositive();
  }

  @Test
  void tellsTheComparisonAndTheMetricsOfBothModels() {
    String tried = challenge(new FakeModel(probabilities -> new double[] {0.2, 0.1, 0.7}));
    for (int caller = 0; caller < CALLERS; caller++) {
      answeredBy("caller " + caller);
    }
    await().until(() -> shadow.comparison().map(Comparison::clips).orElse(0L) > 0);

    JsonPath model = given().get("/v1/model").jsonPath();
    assertThat(model.getString("role")).isEqualTo("champion");
    assertThat(model.getString("challenger.role")).isEqualTo("challenger");
    assertThat(model.getString("challenger.model.version")).isEqualTo(tried);
    assertThat(model.getDouble("challenger.canary_share")).isEqualTo(0.5);
    assertThat(model.getDouble("challenger.shadow_share")).isEqualTo(1);
    assertThat(model.getInt("challenger.comparison.clips")).isPositive();
    assertThat(model.getDouble("challenger.comparison.agreement")).isZero();
    assertThat(model.getDouble("challenger.comparison.mean_absolute_difference"))
        .isBetween(0.39, 0.41);
    String metrics = given().get("/q/metrics").asString();
    for (String role : List.of("champion", "challenger")) {
      String version = role.equals("champion") ? champion : tried;
      String tags = "[^}]*role=\"" + role + "\"[^}]*version=\"" + version + "\"";
      assertThat(metrics).containsPattern("emovox_answer_seconds_count\\{" + tags);
      assertThat(metrics).containsPattern("emovox_labels_total\\{" + tags);
      assertThat(metrics).containsPattern("emovox_model_info\\{" + tags);
    }
  }

  @Test
  void promotesAChallengerWithoutARequestLost() {
    String tried = challenge(FakeModel.happy());
    registry.promote(tried);
    await()
        .until(
            () -> {
              assertThat(ask("anybody", "").statusCode()).isEqualTo(200);
              return models.current().orElseThrow().identity().version().equals(tried);
            });
    assertThat(live.challenger().current()).isEmpty();
    assertThat(challenger.status().state()).isEqualTo(RegistryState.NO_CHALLENGER);
  }

  private String challenge(FakeModel model) {
    String version = newVersion();
    registry.add(version, () -> model);
    registry.promote(ModelRole.CHALLENGER, version);
    await()
        .until(
            () ->
                live.challenger()
                    .current()
                    .map(now -> now.identity().version())
                    .equals(Optional.of(version)));
    return version;
  }

  /** Somebody whom the challenger answers. */
  private static String canary(String tried) {
    for (int caller = 0; caller < CALLERS; caller++) {
      if (answeredBy("caller " + caller).equals(tried)) {
        return "caller " + caller;
      }
    }
    throw new AssertionError("the challenger answers nobody");
  }

  private static FakeModel breaking(AtomicBoolean broken) {
    return new FakeModel(
        probabilities -> {
          if (broken.get()) {
            throw new IllegalStateException("weights are gone");
          }
          return probabilities;
        });
  }

  private static String answeredBy(String caller) {
    return ask(caller, "").then().statusCode(200).extract().path("model.version");
  }

  private static Response ask(String caller, String query) {
    return given()
        .header(ChallengedSettings.HEADER, caller)
        .body(CLIP)
        .post("/v1/emotions" + query);
  }

  /** Two clips in one request. */
  private static Response infer(String model, String caller) {
    String body =
        "{\"inputs\":[{\"name\":\"audio\",\"datatype\":\"FP32\",\"shape\":[2,1600],\"data\":[0.1,-0.1%s]}]}"
            .formatted(",0.1,-0.1".repeat(1599));
    return given()
        .header(ChallengedSettings.HEADER, caller)
        .contentType("application/json")
        .body(body)
        .post(model + "/infer");
  }

  private static double metric(String start) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
