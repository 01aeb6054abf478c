package dev.emovox.serving.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.KeyFile;
import dev.emovox.access.KeyRegister;
import dev.emovox.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service where others can reach it. It needs no server for that. */
class ExposedServingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private static Map<String, String> everywhere(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("EMOVOX_SERVING_HOST", "0.0.0.0");
    environment.put("EMOVOX_S3_URL", "http://127.0.0.1:9");
    environment.put("EMOVOX_S3_BUCKET", "emovox");
    environment.put("EMOVOX_S3_ACCESS_KEY", "a");
    environment.put("EMOVOX_S3_SECRET_KEY", "b");
    environment.put("EMOVOX_MLFLOW_URL", "http://127.0.0.1:9");
    return environment;
  }

  private static String url(ServingProcess service, String path) {
    return "http://127.0.0.1:" + service.address().orElseThrow().getPort() + path;
  }

  @Test
  void doesNotStartWithoutKeysUnlessItIsMeant() throws Exception {
    try (ServingProcess refused = ServingProcess.start(everywhere(Map.of()))) {
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.log())
          .contains("0.0.0.0", "serving-key create", "EMOVOX_SERVING_OPEN=true")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void asksForKeysAndWritesDownWhoHasNone() throws IOException {
    KeyFile file = new KeyFile(folder.resolve("keys.json"));
    KeyRegister register = new KeyRegister(file, Clock.systemUTC());
    IssuedKey key = register.create("app", Set.of(Scope.METRICS), Optional.empty());
    Path audit = folder.resolve("audit.jsonl");
    Map<String, String> settings =
        Map.of(
            "EMOVOX_SERVING_KEYS_FILE", file.path().toString(),
            "EMOVOX_SERVING_AUDIT_LOG", audit.toString());
    try (ServingProcess service = ServingProcess.start(everywhere(settings))) {
      await().atMost(PATIENCE).until(() -> service.address().isPresent());
      given().get(url(service, "/q/health/live")).then().statusCode(200);
      given().get(url(service, "/q/metrics")).then().statusCode(401);
      String bearer = "Bearer " + key.secret().reveal();
      given()
          .header("Authorization", bearer)
          .get(url(service, "/q/metrics"))
          .then()
          .statusCode(200);
      register.revoke("app");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  given()
                          .header("Authorization", bearer)
                          .get(url(service, "/q/metrics"))
                          .statusCode()
                      == 401);
      await().atMost(PATIENCE).until(() -> Files.readAllLines(audit).size() >= 2);
      assertThat(Files.readString(audit)).contains("\"status\":401").doesNotContain("emx_");
    }
  }
}
