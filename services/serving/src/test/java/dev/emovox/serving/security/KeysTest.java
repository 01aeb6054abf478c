package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SecuredSettings.class)
class KeysTest {
  @Inject SecurityConfig config;

  private ValidatableResponse get(String path, String authorization) {
    return given().header("Authorization", authorization).get(path).then();
  }

  private String bearer(IssuedKey key) {
    String header = "Bearer " + key.secret().reveal();
    await().until(() -> get("/q/openapi", header).extract().statusCode() == 200);
    return header;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/model",
        "/v1/stream",
        "/v2",
        "/q/metrics",
        "/q/openapi",
        "/q/swagger-ui/",
        "/q/health/../metrics",
        "/nothing"
      })
  void nothingIsOpenWithoutAKey(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Bearer realm=\"emovox\""))
        .body("type", equalTo("urn:emovox:problem:unauthenticated"))
        .body("status", equalTo(401));
  }

  @Test
  void aClipOfAStrangerIsNotRead() {
    given()
        .body(new byte[SecuredSettings.MAX_BYTES + 1])
        .post("/v1/emotions")
        .then()
        .statusCode(401);
    given().body(new byte[10]).post("/v1/emotions").then().statusCode(401);
  }

  @Test
  void aWebSocketOfAStrangerIsNotOpened() {
    given()
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .get("/v1/stream")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/page.js"})
  void thePageOpensForEverybodyAndAsksForTheKeyItself(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live"})
  void probesNeedNoKey(String path) {
    given().get(path).then().statusCode(not(401));
  }

  @Test
  void aKeyOpensWhatItsScopesName() {
    String reader = bearer(SecuredSettings.key(config, Scope.METRICS));
    get("/q/metrics", reader).statusCode(200).body(containsString("emovox_refused_total"));
    get("/q/openapi", reader).statusCode(200);
    get("/v1/model", reader)
        .statusCode(403)
        .header(
            "WWW-Authenticate",
            containsString("error=\"insufficient_scope\", scope=\"model:read\""))
        .body("type", equalTo("urn:emovox:problem:forbidden"));
    String admin = bearer(SecuredSettings.key(config, Scope.ADMIN));
    get("/v1/model", admin).statusCode(not(403));
    get("/nothing", admin).statusCode(404);
  }

  @Test
  void aRevokedKeyClosesWithoutARestartAndItsTwinStaysOpen() {
    IssuedKey old = SecuredSettings.key(config, Scope.METRICS);
    String before = bearer(old);
    String twin = bearer(SecuredSettings.key(config, Scope.METRICS));
    SecuredSettings.register(config).revoke(old.key().id());
    await().until(() -> get("/q/metrics", before).extract().statusCode() == 401);
    get("/q/metrics", before)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("detail", containsString("revoked"));
    get("/q/metrics", twin).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic dXNlcjpwYXNzd29yZA==",
        "Bearer emx_000000000000_0000000000000000000000000000000000000000000000000000000000000000",
        "Bearer emx_../../etc/passwd",
        "Bearer a b"
      })
  void whatIsNoKeyOpensNothing(String authorization) {
    get("/v1/model", authorization)
        .statusCode(401)
        .body(not(containsString("passwd")))
        .header("WWW-Authenticate", containsString("Bearer realm=\"emovox\""));
  }
}
