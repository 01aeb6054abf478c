package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.emovox.access.Scope;
import dev.emovox.serving.security.token.FakeIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TokenAccessTest.WithIssuer.class)
class TokenAccessTest {
  private static final FakeIssuer ISSUER = new FakeIssuer();

  /** A service that accepts keys of its own and tokens of an issuer. */
  public static class WithIssuer extends SecuredSettings {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("guard.oidc-issuer", ISSUER.address().toString());
      settings.put("guard.oidc-audience", FakeIssuer.AUDIENCE);
      return settings;
    }
  }

  @Inject SecurityConfig config;

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  private static ValidatableResponse get(String path, String presented) {
    return given().header("Authorization", "Bearer " + presented).get(path).then();
  }

  private static void awaitKeys() {
    String any = ISSUER.token("");
    await().until(() -> get("/q/openapi", any).extract().statusCode() == 200);
  }

  @Test
  void aTokenOpensWhatItsScopesName() {
    awaitKeys();
    get("/q/metrics", ISSUER.token("emovox:metrics")).statusCode(200);
    get("/v1/model", ISSUER.token("emovox:metrics"))
        .statusCode(403)
        .header("WWW-Authenticate", containsString("scope=\"model:read\""))
        .body("detail", equalTo("The token ada does not have the scope 'model:read'."));
    get("/v1/model", ISSUER.token("emovox:model:read")).statusCode(not(403));
    get("/nothing", ISSUER.token("emovox:admin")).statusCode(404);
    get("/nothing", ISSUER.token("admin")).statusCode(403);
  }

  @Test
  void otherTokensOpenNothing() {
    awaitKeys();
    get("/q/metrics", ISSUER.token("emovox:metrics") + "x")
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("type", equalTo("urn:emovox:problem:unauthenticated"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(401)
        .body("detail", containsString("a key or an access token"));
  }

  @Test
  void keysGoOnToOpen() {
    String key = SecuredSettings.key(config, Scope.METRICS).secret().reveal();
    await().until(() -> get("/q/metrics", key).extract().statusCode() == 200);
    get("/q/metrics", "emx_broken.key.x").statusCode(401);
  }
}
