package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.emovox.serving.model.FakeModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TestSettings.class)
class OperationsTest extends ServiceTest {
  private static final String ANSWERED = "emovox_requests_total{outcome=\"ok\",}";
  private static final String SWAPS = "emovox_model_swaps_total{role=\"champion\",}";
  private static final String REFUSED = "emovox_requests_total{outcome=\"not_audio\",}";

  @Test
  void countsRequestsByOutcome() {
    double before = metric(ANSWERED);
    double refusedBefore = metric(REFUSED);
    double timed = metric("emovox_inference_seconds_count");

    given().body(Sounds.tone(1)).post("/v1/emotions").then().statusCode(200);
    given()
        .body("no audio".getBytes(StandardCharsets.UTF_8))
        .post("/v1/emotions")
        .then()
        .statusCode(415);

    assertThat(metric(ANSWERED)).isEqualTo(before + 1);
    assertThat(metric(REFUSED)).isEqualTo(refusedBefore + 1);
    assertThat(metric("emovox_inference_seconds_count")).isEqualTo(timed + 1);
  }

  @Test
  void countsWhatIsRefusedUnread() {
    String tooLarge = "emovox_requests_total{outcome=\"too_large\",}";
    double before = metric(tooLarge);

    given().body(new byte[TestSettings.MAX_BYTES + 1]).post("/v1/emotions").then().statusCode(413);

    assertThat(metric(tooLarge)).isEqualTo(before + 1);
  }

  @Test
  void namesTheModelInTheMetricsAndCountsSwaps() {
    double swaps = metric(SWAPS);
    String old = serve(FakeModel.happy());
    String version = serve(FakeModel.happy());

    String metrics = metrics();
    assertThat(metrics)
        .containsPattern("emovox_model_info\\{[^}]*version=\"" + version + "\",?} 1");
    assertThat(metrics).doesNotContainPattern("emovox_model_info\\{[^}]*version=\"" + old + "\"");
    assertThat(metric(SWAPS)).isEqualTo(swaps + 2);
  }

  @Test
  void describesEveryResponseThatItGives() {
    Map<String, Object> responses =
        given()
            .accept("application/json")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .body("info.title", equalTo("Emovox"))
            .body("paths.'/v1/model'.get", hasKey("responses"))
            .extract()
            .path("paths.'/v1/emotions'.post.responses");

    assertThat(responses.keySet()).contains("200", "400", "413", "415", "422", "429", "500", "503");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Emotion", "Model"})
  void answersWithWhatTheDescriptionRequires(String schema) {
    List<String> required =
        given()
            .accept("application/json")
            .get("/q/openapi")
            .then()
            .extract()
            .path("components.schemas." + schema + ".required");
    Map<String, Object> answer =
        schema.equals("Model")
            ? given().get("/v1/model").then().extract().path("$")
            : given().body(Sounds.tone(1)).post("/v1/emotions").then().extract().path("$");

    assertThat(answer.keySet()).containsExactlyInAnyOrderElementsOf(required);
  }

  @Test
  void offersThePageOfTheInterface() {
    given().get("/q/swagger-ui/").then().statusCode(200).contentType(containsString("text/html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/page/page.js",
        "/page/answer.js",
        "/page/service.js",
        "/page/sound.js",
        "/page/style.css",
        "/page/icon.svg"
      })
  void offersAPageThatNeedsNoOtherHost(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-cache"))
        .body(not(containsString("https://")));
  }

  private static double metric(String name) {
    Matcher line =
        Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
            .matcher(metrics());
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  private static String metrics() {
    return given()
        .accept("text/plain")
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
