package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set when nothing is set. */
@QuarkusTest
class OpenOnLoopbackTest {

  @Test
  void nobodyIsAskedForAKeyOnThisMachine() {
    given().get("/").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
    given().get("/v1/model").then().statusCode(not(401));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1"})
  void aNameThatWasLedHereIsNotTheServices(String host) {
    given()
        .header("Host", host)
        .get("/v1/model")
        .then()
        .statusCode(421)
        .contentType("application/problem+json")
        .body("detail", containsString("EMOVOX_SERVING_HOSTS"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:1", "emovox.localhost", "127.0.0.1:80", "[::1]:80"})
  void theMachinesOwnNamesAre(String host) {
    given().header("Host", host).get("/q/metrics").then().statusCode(200);
  }

  @Test
  void noOtherPageMayAsk() {
    given()
        .header("Origin", "https://app.example.org")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/emotions")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://evil.example")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .get("/v1/stream")
        .then()
        .statusCode(403);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithTheHeadersOfEveryAnswer() {
    given()
        .body(new byte[20_000_001])
        .post("/v1/emotions")
        .then()
        .statusCode(413)
        .header("Cache-Control", equalTo("no-store"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
  }
}
