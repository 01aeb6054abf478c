package dev.emovox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.local.process.FreePorts;
import dev.emovox.settings.MlflowEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealServersIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();

  static Iterable<Server> s3Servers() {
    return TestServers.s3Servers();
  }

  @ParameterizedTest
  @MethodSource("s3Servers")
  void artefactsGoThroughMlflowIntoS3AndOutliveAKilledServer(Server s3) throws Exception {
    try (TestServers servers = TestServers.start(s3, Server.MLFLOW)) {
      URI artefact = artefact(servers.mlflow());
      HttpRequest put =
          HttpRequest.newBuilder(artefact).PUT(BodyPublishers.ofString("calm")).build();
      assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

      servers.kill(s3);
      assertThat(FreePorts.isFree(servers.s3().url().getPort())).isTrue();
      servers.restart(s3);

      // The S3 server answers before its volumes are mounted again; until then reads are refused.
      await().atMost(LIMIT).until(() -> get(artefact).statusCode() == 200);
      assertThat(get(artefact).body()).isEqualTo("calm");
    }
  }

  @ParameterizedTest
  @MethodSource("s3Servers")
  void bucketIsThereAndAnonymousRequestsAreRefused(Server s3) throws Exception {
    try (TestServers servers = TestServers.start(s3)) {
      URI bucket = servers.s3().url().resolve("/" + servers.s3().bucket() + "/");
      assertThat(get(bucket).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void closingEndsEveryProcess() {
    TestServers servers = TestServers.start(Server.TEMPORAL);
    int port = URI.create("tcp://" + servers.temporal().address()).getPort();
    assertThat(FreePorts.isFree(port)).isFalse();

    servers.close();

    assertThat(FreePorts.isFree(port)).isTrue();
  }

  private static URI artefact(MlflowEndpoint mlflow) {
    return mlflow.url().resolve("/api/2.0/mlflow-artifacts/artifacts/check/mood.txt");
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
