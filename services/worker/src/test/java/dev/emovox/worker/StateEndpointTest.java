package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class StateEndpointTest {
  private final WorkerState state = new WorkerState();

  @Test
  void saysWhyTheWorkerTakesNoWork() throws Exception {
    state.notReady("Temporal is away");

    HttpResponse<String> answer = health();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"ready\":false").contains("Temporal is away");
  }

  @Test
  void saysThatTheWorkerTakesWork() throws Exception {
    state.ready("taking work");

    HttpResponse<String> answer = health();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"ready\":true");
  }

  @Test
  void aWorkerThatStopsTakesNoMoreWork() throws Exception {
    state.ready("taking work");
    state.notReady("stopping");

    assertThat(health().statusCode()).isEqualTo(503);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (StateEndpoint first = StateEndpoint.open(0, state)) {
      assertThatThrownBy(() -> StateEndpoint.open(first.port(), state))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(Integer.toString(first.port()))
          .hasMessageContaining("EMOVOX_WORKER_PORT");
    }
  }

  private HttpResponse<String> health() throws IOException, InterruptedException {
    try (StateEndpoint endpoint = StateEndpoint.open(0, state)) {
      URI address = URI.create("http://127.0.0.1:" + endpoint.port() + "/health");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
