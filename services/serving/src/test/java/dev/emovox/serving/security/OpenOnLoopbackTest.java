package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is set when nothing is set. */
@QuarkusTest
class OpenOnLoopbackTest {

  @Test
  void nobodyIsAskedForAKeyOnThisMachine() {
    given().get("/").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
    given().get("/v1/model").then().statusCode(not(401));
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
