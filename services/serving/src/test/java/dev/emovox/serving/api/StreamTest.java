package dev.emovox.serving.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.prediction.PredictionEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(TestSettings.class)
class StreamTest extends ServiceTest {
  private static final int RATE = 16_000;

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/v1/stream")
  URI stream;

  @Inject ObjectMapper json;
  @Inject PredictionEngine engine;

  @Inject MeterRegistry metrics;

  @BeforeEach
  void waitUntilEarlierStreamsAreGone() {
    await().until(() -> metrics.get("emovox.streams").gauge().value() == 0);
  }

  /** What a client hears. */
  private final class Listener implements WebSocket.Listener {
    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      try {
        heard.add(json.readTree(data.toString()));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  private WebSocket open(Listener listener, String query) throws Exception {
    URI socket = URI.create(stream.toString().replaceFirst("http", "ws") + query);
    return client.newWebSocketBuilder().buildAsync(socket, listener).get();
  }

  private static ByteBuffer sound(double seconds, double amplitude) {
    int samples = (int) (seconds * RATE);
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      bytes.putShort((short) (amplitude * Short.MAX_VALUE * Math.sin(0.1 * i)));
    }
    return bytes.flip();
  }

  @Test
  void saysAtEachHopWhatItHearsAndClosesInTheEnd() throws Exception {
    String version = serve(FakeModel.happy());
    Listener listener = new Listener();
    WebSocket socket = open(listener, "?window=1&hop=0.5");
    for (int piece = 0; piece < 17; piece++) {
      socket.sendBinary(sound(0.1, 0.3), true).get();
    }
    socket.sendText("end", true).get();

    assertThat(listener.closed.get()).isEqualTo(1000);
    assertThat(listener.heard).hasSize(4);
    JsonNode third = listener.heard.get(2);
    assertThat(third.get("start").asDouble()).isCloseTo(0.5, within(1e-9));
    assertThat(third.get("end").asDouble()).isCloseTo(1.5, within(1e-9));
    assertThat(third.get("label").asText()).isEqualTo("happy");
    assertThat(third.get("probabilities").get("happy").asDouble()).isEqualTo(0.7);
    assertThat(third.get("version").asText()).isEqualTo(version);
    assertThat(third.has("silent")).isFalse();
    assertThat(listener.heard.get(3).get("end").asDouble()).isCloseTo(1.7, within(1e-9));
  }

  @Test
  void saysWhenThereIsSilence() throws Exception {
    Listener listener = new Listener();
    WebSocket socket = open(listener, "?window=0.5&hop=0.5");
    socket.sendBinary(sound(1, 0), true).get();
    socket.sendText("end", true).get();

    assertThat(listener.closed.get()).isEqualTo(1000);
    assertThat(listener.heard).hasSize(2);
    assertThat(listener.heard.get(1).get("silent").asBoolean()).isTrue();
    assertThat(listener.heard.get(1).has("label")).isFalse();
  }

  @Test
  void goesOnAfterAProblem() throws Exception {
    serveNothing();
    Listener listener = new Listener();
    WebSocket socket = open(listener, "?window=0.5&hop=0.5");
    socket.sendBinary(sound(0.5, 0.3), true).get();
    await().until(() -> listener.heard.size() == 1);
    serve(FakeModel.happy());
    socket.sendBinary(sound(0.5, 0.3), true).get();
    await().until(() -> listener.heard.size() == 2);
    socket.sendText("end", true).get();

    assertThat(listener.closed.get()).isEqualTo(1000);
    assertThat(listener.heard.get(0).get("problem").get("type").asText())
        .isEqualTo("urn:emovox:problem:no_model");
    assertThat(listener.heard.get(1).get("label").asText()).isEqualTo("happy");
  }

  @Test
  void worksOnOneEstimateOfAStreamAtATime() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicBoolean shut = new AtomicBoolean();
    FakeModel model =
        new FakeModel(
            probabilities -> {
              try {
                if (shut.get()) {
                  gate.await();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return probabilities;
            });
    serve(model);
    int before = model.predictions();
    shut.set(true);
    Listener listener = new Listener();
    WebSocket socket = open(listener, "?window=0.1&hop=0.1");
    socket.sendBinary(sound(1, 0.3), true).get();
    await().until(() -> model.predictions() == before + 1);
    assertThat(engine.waiting()).isZero();
    gate.countDown();

    await().until(() -> listener.heard.size() == 10);
    socket.sendText("end", true).get();
    assertThat(listener.closed.get()).isEqualTo(1000);
  }

  @Test
  void closesAStreamThatIsIdle() throws Exception {
    Listener listener = new Listener();
    open(listener, "");

    assertThat(listener.closed.get()).isEqualTo(1008);
  }

  @Test
  void refusesTextThatIsNotTheEnd() throws Exception {
    Listener listener = new Listener();
    WebSocket socket = open(listener, "");
    socket.sendText("hello", true).get();

    assertThat(listener.closed.get()).isEqualTo(1003);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?window=0", "?hop=x", "?window=1&hop=2", "?window=99", "?rate=8000"})
  void refusesWhatItDoesNotUnderstand(String query) {
    given()
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .get("/v1/stream" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:emovox:problem:malformed"));
  }

  @Test
  void isForWebSocketsOnly() {
    given()
        .get("/v1/stream")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:emovox:problem:malformed"));
  }

  @Test
  void boundsTheStreamsAtOnce() throws Exception {
    Listener first = new Listener();
    Listener second = new Listener();
    WebSocket one = open(first, "");
    WebSocket two = open(second, "");

    given()
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .get("/v1/stream")
        .then()
        .statusCode(429);
    one.sendText("end", true).get();
    two.sendText("end", true).get();
    assertThat(first.closed.get()).isEqualTo(1000);
    assertThat(second.closed.get()).isEqualTo(1000);
  }
}
