package dev.emovox.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowFailuresTest {

  private static void bothWays(
      FakeMlflow server, java.util.function.Consumer<ThrowingCallable> check) {
    try (MlflowTracking tracking = new MlflowTracking(server.endpoint())) {
      check.accept(() -> tracking.setTags("run", Map.of("a", "b")));
      check.accept(() -> new ModelRegistry(server.endpoint()).setAlias("emovox", "champion", "1"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aBusyServerIsUnavailable(int status) {
    try (FakeMlflow server = FakeMlflow.answering(status, "<html>no</html>")) {
      check(server, status);
    }
  }

  private static void check(FakeMlflow server, int status) {
    assertThatThrownBy(() -> new ModelRegistry(server.endpoint()).setAlias("m", "a", "1"))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("HTTP " + status);
    if (status != 429) {
      bothWays(
          server, call -> assertThatThrownBy(call).isInstanceOf(ServerUnavailableException.class));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusedAccessNamesTheVariablesAndTheGuard(int status) {
    try (FakeMlflow server = FakeMlflow.answering(status, "Invalid Host header")) {
      bothWays(
          server,
          call ->
              assertThatThrownBy(call)
                  .isInstanceOf(InvalidInputException.class)
                  .hasMessageContaining("EMOVOX_MLFLOW_TOKEN")
                  .hasMessageContaining("--allowed-hosts"));
    }
  }

  @Test
  void aRefusedRequestGivesMlflowsReason() {
    String body = "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"no\\nsuch thing\"}";
    try (FakeMlflow server = FakeMlflow.answering(400, body)) {
      bothWays(
          server,
          call ->
              assertThatThrownBy(call)
                  .isInstanceOf(InvalidInputException.class)
                  .hasMessageContaining("INVALID_PARAMETER_VALUE")
                  .hasMessageContaining("no such thing"));
    }
  }

  @Test
  void requestsThatCollidedInItsDatabaseCanBeTriedAgain() {
    String body =
        "{\"error_code\":\"BAD_REQUEST\",\"message\":\"(sqlite3.IntegrityError) UNIQUE constraint failed\"}";
    try (FakeMlflow server = FakeMlflow.answering(400, body)) {
      bothWays(
          server, call -> assertThatThrownBy(call).isInstanceOf(ServerUnavailableException.class));
    }
  }

  @Test
  void whatIsNoMlflowIsSaidToBeNone() {
    try (FakeMlflow server = FakeMlflow.answering(404, "<html>nothing here</html>")) {
      bothWays(
          server,
          call ->
              assertThatThrownBy(call)
                  .isInstanceOf(InvalidInputException.class)
                  .hasMessageContaining("is it MLflow"));
    }
    try (FakeMlflow server = FakeMlflow.answering(200, "<html>welcome</html>")) {
      assertThatThrownBy(() -> new ModelRegistry(server.endpoint()).versions("emovox"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("EMOVOX_MLFLOW_URL");
      try (MlflowTracking tracking = new MlflowTracking(server.endpoint())) {
        assertThatThrownBy(() -> tracking.findRun("experiment", "run"))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("EMOVOX_MLFLOW_URL");
      }
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    try (FakeMlflow server = FakeMlflow.silent();
        TimedClient client = new TimedClient(server.endpoint(), Duration.ofMillis(200))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.ask(mlflow -> mlflow.getRun("run")))
            .isInstanceOf(ServerUnavailableException.class)
            .hasMessageContaining("did not answer");
      }
    }
  }

  @Test
  void authorisesByPasswordAndByToken() {
    assertThat(authorisations(new MlflowCredentials.Basic("ann", new Secret("pass:word"))))
        .containsOnly("Basic YW5uOnBhc3M6d29yZA==");
    assertThat(authorisations(new MlflowCredentials.Token(new Secret("abc"))))
        .containsOnly("Bearer abc");
    assertThat(authorisations(new MlflowCredentials.None())).containsOnly("null");
  }

  private static List<String> authorisations(MlflowCredentials credentials) {
    try (FakeMlflow server = FakeMlflow.answering(200, "{}");
        MlflowTracking tracking = new MlflowTracking(server.endpoint(credentials))) {
      tracking.setTags("run", Map.of("a", "b"));
      new ModelRegistry(server.endpoint(credentials)).setAlias("emovox", "champion", "1");
      assertThat(server.authorisations()).hasSize(2);
      return server.authorisations();
    }
  }

  @Test
  void secretsAreNotInMessages() {
    Secret secret = new Secret("very-secret");
    try (FakeMlflow server = FakeMlflow.answering(401, "very-secret")) {
      ModelRegistry registry =
          new ModelRegistry(server.endpoint(new MlflowCredentials.Token(secret)));
      assertThatThrownBy(() -> registry.versions("emovox")).hasMessageNotContaining("very-secret");
    }
  }
}
