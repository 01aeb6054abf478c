package dev.emovox.serving.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.serving.api.TestSettings;
import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.ModelHolder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Some thousands of malformed requests; {@code -Demovox.fuzz=100000} for more. Whatever a client
 * sends is its own mistake: no answer says that the service failed, none is missing where the
 * request was HTTP, and nothing stays in memory.
 */
@QuarkusTest
@TestProfile(TestSettings.class)
class FuzzTest {
  private static final long SEED = 20_261_123;
  private static final int REQUESTS = Integer.getInteger("emovox.fuzz", 3_000);
  private static final int RATE = 16_000;
  private static final long MOST_GROWTH = 48L << 20;
  private static final int PATIENCE_MILLIS = 10_000;

  private static final Pattern STATUS = Pattern.compile(" (\\d{3})\\b");

  /** What a request ends with whose head can't be read: closed without an answer. */
  private static final int CLOSED = 0;

  @Inject FakeModelSource registry;
  @Inject ModelHolder models;

  @Test
  void noMistakeOfAClientIsTheServicesFailure() throws IOException {
    registry.recover();
    registry.add("fuzz", FakeModel::happy);
    registry.promote("fuzz");
    await().until(() -> models.current().isPresent());
    MalformedRequests requests = new MalformedRequests(SEED, tone());
    Map<Integer, Integer> statuses = new TreeMap<>();

    send(requests, REQUESTS / 3, statuses);
    long early = usedMemory();
    send(requests, REQUESTS - REQUESTS / 3, statuses);
    long late = usedMemory();

    System.out.println("answers to malformed requests by status: " + statuses);
    assertThat(statuses.keySet()).allMatch(status -> status < 500);
    assertThat(statuses).containsKeys(200, 400, 415, 422);
    assertThat(statuses.getOrDefault(CLOSED, 0)).isLessThan(REQUESTS / 8);
    assertThat(late - early).isLessThan(MOST_GROWTH);
    assertThat(RestAssured.given().body(tone()).post("/v1/emotions").statusCode()).isEqualTo(200);
  }

  private static void send(MalformedRequests requests, int count, Map<Integer, Integer> statuses)
      throws IOException {
    for (int i = 0; i < count; i++) {
      statuses.merge(status(requests.next()), 1, Integer::sum);
    }
  }

  private static int status(byte[] request) throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      client.setSoTimeout(PATIENCE_MILLIS);
      try {
        client.getOutputStream().write(request);
      } catch (IOException e) {
        // Refused before it was read to its end; the answer is there all the same.
      }
      return status(client.getInputStream());
    }
  }

  private static int status(InputStream answer) {
    try {
      Matcher line = STATUS.matcher(new String(answer.readNBytes(14), StandardCharsets.ISO_8859_1));
      return line.find() ? Integer.parseInt(line.group(1)) : CLOSED;
    } catch (SocketTimeoutException e) {
      throw new AssertionError("a request was not answered", e);
    } catch (IOException e) {
      return CLOSED;
    }
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static byte[] tone() {
    float[] samples = new float[RATE / 4];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 220 * i / RATE));
    }
    return WavWriter.encode(new AudioClip(samples, RATE));
  }
}
