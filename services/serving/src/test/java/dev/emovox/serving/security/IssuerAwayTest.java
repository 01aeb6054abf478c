package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.emovox.serving.security.token.FakeIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IssuerAwayTest.WithoutIssuer.class)
class IssuerAwayTest {

  /** A service whose issuer does not answer, and that has no keys of its own. */
  public static class WithoutIssuer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      FakeIssuer gone = new FakeIssuer();
      gone.close();
      return Map.of(
          "guard.oidc-issuer",
          gone.address().toString(),
          "guard.oidc-audience",
          FakeIssuer.AUDIENCE);
    }
  }

  @Test
  void tokensCannotBeJudgedAndNobodyGetsInMeanwhile() {
    given()
        .header("Authorization", "Bearer a.b.c")
        .get("/v1/model")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:emovox:problem:issuer_away"));
    given()
        .header("Authorization", "Bearer emx_000000000000_0")
        .get("/v1/model")
        .then()
        .statusCode(401);
    given().get("/v1/model").then().statusCode(401);
    given().get("/q/health/live").then().statusCode(200);
  }
}
