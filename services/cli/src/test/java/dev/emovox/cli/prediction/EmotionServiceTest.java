package dev.emovox.cli.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmotionServiceTest {
  private static final byte[] CLIP = {1, 2, 3};

  private HttpServer server;
  private int status = 200;
  private String answer = "";
  private byte[] received;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/",
        exchange -> {
          received = exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private EmotionService service() {
    return new EmotionService(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Optional.empty());
  }

  @Test
  void readsAPrediction() {
    answer =
        """
        {"id": "p-1", "label": "sad", "probabilities": {"sad": 0.75, "angry": 0.25}, "seconds": 1.5,
         "model": {"name": "emovox", "version": "3", "run": "r", "digest": "sha256:00"}, "new": 1}
        """;
    assertThat(service().classify("a.wav", CLIP))
        .isEqualTo(
            new FileOutcome.Predicted(
                "a.wav",
                "sad",
                Map.of("sad", 0.75, "angry", 0.25),
                null,
                new ModelName("3", "sha256:00"),
                "p-1"));
    assertThat(received).isEqualTo(CLIP);
  }

  @Test
  void readsProblems() {
    status = 422;
    answer =
        """
        {"type": "urn:emovox:problem:unusable_audio", "title": "T", "status": 422,
         "detail": "Only silence.", "reason": "silent"}
        """;
    assertThat(service().classify("a.wav", CLIP))
        .isEqualTo(FileOutcome.refused("a.wav", "silent", "Only silence."));
    status = 503;
    answer = "{\"type\": \"urn:emovox:problem:no_model\", \"title\": \"No model\"}";
    assertThat(service().classify("a.wav", CLIP))
        .isEqualTo(FileOutcome.refused("a.wav", "no_model", "No model"));
    status = 502;
    answer = "<html>bad gateway</html>";
    assertThat(service().classify("a.wav", CLIP))
        .isEqualTo(
            FileOutcome.refused("a.wav", "refused", "The service answered with HTTP status 502."));
  }

  @Test
  void anotherServerIsNotMistakenForTheService() {
    answer = "<html>hello</html>";
    assertThatThrownBy(() -> service().classify("a.wav", CLIP))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("EMOVOX_SERVING_URL");
  }

  @Test
  void aServiceThatIsAwayIsSaidToBe() {
    EmotionService service = service();
    server.stop(0);
    assertThatThrownBy(() -> service.classify("a.wav", CLIP))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("./emovox up");
    assertThat(service.liveVersion()).isEmpty();
  }

  @Test
  void tellsTheVersionThatAnswers() {
    answer = "{\"name\": \"emovox\", \"version\": \"7\", \"labels\": [\"sad\"]}";
    assertThat(service().liveVersion()).hasValue("7");
    status = 503;
    assertThat(service().liveVersion()).isEmpty();
  }
}
