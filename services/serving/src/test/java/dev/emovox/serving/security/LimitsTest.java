package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.Scope;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LimitedSettings.class)
class LimitsTest {
  @Inject SecurityConfig config;
  @Inject Keys keys;

  @TestHTTPResource("/")
  URI address;

  private IssuedKey key;

  /** A new key has a bucket of its own. */
  @BeforeEach
  void makeKey() {
    key = SecuredSettings.key(config, Scope.MODEL_READ);
    await().until(() -> keys.check(key.secret().reveal()).key().isPresent());
  }

  private String bearer() {
    return "Bearer " + key.secret().reveal();
  }

  private List<String> audited() throws IOException {
    return Files.readAllLines(config.auditLog().orElseThrow()).stream()
        .filter(line -> line.contains(key.key().id()))
        .toList();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() {
    for (int i = 0; i < LimitedSettings.BURST; i++) {
      given().header("Authorization", bearer()).get("/q/openapi").then().statusCode(200);
    }
    given()
        .header("Authorization", bearer())
        .get("/q/openapi")
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("99\\d|1000"))
        .body("type", equalTo("urn:emovox:problem:too_often"));
    makeKey();
    given().header("Authorization", bearer()).get("/q/openapi").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void writesDownWhoWasRefusedWithoutTheSecret() throws IOException {
    given().header("Authorization", bearer()).get("/q/openapi").then().statusCode(200);
    given()
        .header("Authorization", bearer())
        .body("some audio")
        .post("/v1/emotions?secret=1")
        .then()
        .statusCode(403);
    await().until(() -> audited().size() == 1);
    assertThat(audited().get(0))
        .contains("\"name\":\"test\"", "\"route\":\"/v1/emotions\"", "\"status\":403")
        .contains("\"address\":\"127.0.0.1\"", "\"method\":\"POST\"")
        .doesNotContain(key.secret().reveal(), "secret=1", "some audio");
  }

  @Test
  void aPageThatIsNamedMayAskAndNoOther() {
    given()
        .header("Origin", LimitedSettings.ORIGIN)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization")
        .options("/v1/emotions")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", equalTo(LimitedSettings.ORIGIN))
        .header("Access-Control-Allow-Headers", containsString("Authorization"))
        .header("Access-Control-Allow-Credentials", nullValue());
    given()
        .header("Origin", LimitedSettings.ORIGIN)
        .header("Authorization", bearer())
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(LimitedSettings.ORIGIN))
        .header("Vary", containsString("Origin"));
    given()
        .header("Origin", "https://app.example.org.evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/emotions")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void aSocketOfAForeignPageIsRefusedEvenWithAKey() {
    given()
        .header("Authorization", bearer())
        .header("Origin", "https://evil.example")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .get("/v1/stream")
        .then()
        .statusCode(403)
        .body("detail", containsString("EMOVOX_SERVING_ORIGINS"));
  }

  @Test
  void everyAnswerHasItsHeaders() {
    for (String path : List.of("/q/openapi", "/nothing", "/q/health/live")) {
      given()
          .header("Authorization", bearer())
          .get(path)
          .then()
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Cache-Control", equalTo("no-store"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Strict-Transport-Security", nullValue());
    }
    given()
        .header("Authorization", bearer())
        .get("/q/swagger-ui/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'self'"));
  }

  @Test
  void aBodyThatDoesNotArriveIsGivenUp() throws IOException {
    IssuedKey predicting = SecuredSettings.key(config, Scope.PREDICT);
    await().until(() -> keys.check(predicting.secret().reveal()).key().isPresent());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /v1/emotions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nAuthorization: Bearer "
              + predicting.secret().reveal()
              + "\r\n\r\nRIFF";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").containsIgnoringCase("connection: close");
    }
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    given().header("X-Large", "x".repeat(20_000)).get("/q/health/live").then().statusCode(431);
  }
}
