package dev.emovox.serving.security;

import static dev.emovox.serving.grpc.Requests.rawSamples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.emovox.access.IssuedKey;
import dev.emovox.access.Scope;
import dev.emovox.serving.grpc.GrpcListener;
import dev.emovox.serving.grpc.StockClient;
import dev.emovox.serving.grpc.stub.ServerReadyRequest;
import dev.emovox.serving.grpc.stub.ServerReadyResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate stands before calls of gRPC as it does before all requests. */
@QuarkusTest
@TestProfile(LimitedSettings.class)
class GrpcKeysTest {
  @Inject SecurityConfig config;
  @Inject Keys keys;
  @Inject GrpcListener listener;

  private StockClient stranger;

  @BeforeEach
  void connect() {
    stranger = StockClient.of(listener.port().orElseThrow());
  }

  @AfterEach
  void disconnect() {
    stranger.close();
  }

  private IssuedKey key(Scope... scopes) {
    IssuedKey key = SecuredSettings.key(config, scopes);
    await().until(() -> keys.check(key.secret().reveal()).key().isPresent());
    return key;
  }

  private StockClient client(IssuedKey key) {
    return stranger.with("Bearer " + key.secret().reveal());
  }

  private static Status infer(StockClient client) {
    return catchThrowableOfType(
            StatusRuntimeException.class, () -> client.infer(rawSamples(1, 1600).build()))
        .getStatus();
  }

  private static Status ready(StockClient client, String method) {
    StatusRuntimeException failure =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                client.call(
                    method,
                    ServerReadyRequest.getDefaultInstance(),
                    ServerReadyResponse.getDefaultInstance()));
    return failure == null ? Status.OK : failure.getStatus();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ServerLive",
        "ServerReady",
        "ServerMetadata",
        "ModelReady",
        "ModelMetadata",
        "ModelInfer",
        "RepositoryIndex",
        "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        "grpc.health.v1.Health/Check"
      })
  void nothingIsOpenWithoutAKey(String method) {
    Status status = ready(stranger.with("Bearer emx_none"), method);
    assertThat(status.getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(ready(stranger, method).getDescription()).contains("Send a key");
  }

  @Test
  void aKeyOpensWhatItsScopesName() {
    StockClient reader = client(key(Scope.MODEL_READ));
    assertThat(ready(reader, "ServerReady")).isEqualTo(Status.OK);
    assertThat(infer(reader).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(infer(reader).getDescription()).contains("'predict'");
    StockClient predictor = client(key(Scope.PREDICT));
    assertThat(ready(predictor, "ServerReady").getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    // Past the gate: there is no model.
    assertThat(infer(predictor).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndIsWrittenDown() throws IOException {
    IssuedKey key = key(Scope.MODEL_READ);
    StockClient client = client(key);
    for (int i = 0; i < LimitedSettings.BURST; i++) {
      assertThat(ready(client, "ServerReady")).isEqualTo(Status.OK);
    }
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> client.infer(rawSamples(1, 1600).build()));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(
            refused
                .getTrailers()
                .get(Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER)))
        .matches("99\\d|1000");
    await().until(() -> audited(key).size() == 1);
    assertThat(audited(key).get(0))
        .contains("\"route\":\"/inference.GRPCInferenceService/ModelInfer\"", "\"status\":429")
        .doesNotContain(key.secret().reveal());
  }

  private List<String> audited(IssuedKey key) throws IOException {
    return Files.readAllLines(config.auditLog().orElseThrow()).stream()
        .filter(line -> line.contains(key.key().id()))
        .toList();
  }
}
