package dev.emovox.serving.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ManagementPortTest.OnItsOwn.class)
class ManagementPortTest {

  /** A service whose metrics have a port of their own. */
  public static class OnItsOwn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return Map.of("guard.management-port", "" + free.getLocalPort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ConfigProperty(name = "guard.management-port")
  int port;

  private String management(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  @Test
  void metricsAreThereAlone() {
    given()
        .get(management("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("emovox_waiting"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void nothingElseIs() {
    given().get(management("/v1/model")).then().statusCode(404);
    given().body(new byte[10]).post(management("/v1/emotions")).then().statusCode(404);
    given().get(management("/")).then().statusCode(404);
    given().get("/").then().statusCode(200);
  }

  @Test
  void probesMayAskEither() {
    given().get(management("/q/health/live")).then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }
}
