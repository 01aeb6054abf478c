package dev.emovox.serving.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.access.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
  void probesNeedNoKey(String path) {
    assertThat(RouteAccess.of("GET", path)).isEqualTo(new Access.Everybody());
    assertThat(RouteAccess.of("HEAD", path)).isEqualTo(new Access.Everybody());
    assertThat(RouteAccess.of("POST", path)).isEqualTo(new Access.Scoped(Scope.ADMIN));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/emotions, PREDICT",
    "POST, /v1/emotions:batch, PREDICT",
    "GET, /v1/stream, PREDICT",
    "GET, /v1/model, MODEL_READ",
    "GET, /v1/drift, MODEL_READ",
    "POST, /v1/drift, ADMIN",
    "GET, /v2, MODEL_READ",
    "GET, /v2/models/emovox/versions/3/ready, MODEL_READ",
    "POST, /v2/models/emovox/infer, PREDICT",
    "POST, /v2/models/emovox/versions/3/infer, PREDICT",
    "POST, /inference.GRPCInferenceService/ModelInfer, PREDICT",
    "POST, /inference.GRPCInferenceService/ServerLive, MODEL_READ",
    "GET, /q/metrics, METRICS",
    "POST, /v2/repository/models/emovox/load, ADMIN",
    "DELETE, /v1/emotions, ADMIN",
    "GET, /anything, ADMIN"
  })
  void eachRouteHasItsScope(String method, String path, Scope scope) {
    assertThat(RouteAccess.of(method, path)).isEqualTo(new Access.Scoped(scope));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/../metrics",
        "/q/health/%2e%2e/metrics",
        "/q/health;a=b",
        "/q//health",
        "//q/health",
        "/q/health/live/x",
        "/Q/health",
        "/q/health%2Flive",
        "q/health",
        "*",
        "null",
        "/v1/model/..",
        "/v1/emotions\n"
      })
  void odditiesOfThePathOpenNothing(String path) {
    assertThat(RouteAccess.of("GET", path)).isEqualTo(new Access.Scoped(Scope.ADMIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/"})
  void theDescriptionAsksForAnyKey(String path) {
    assertThat(RouteAccess.of("GET", path)).isEqualTo(new Access.AnyKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/page/page.js"})
  void thePageAsksForNothing(String path) {
    assertThat(RouteAccess.of("GET", path)).isEqualTo(new Access.Page());
    assertThat(RouteAccess.of("POST", path)).isEqualTo(new Access.Scoped(Scope.ADMIN));
  }
}
