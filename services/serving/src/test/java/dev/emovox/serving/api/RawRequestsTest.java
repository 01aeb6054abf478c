package dev.emovox.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as simple clients make them: odd content types, no length. */
@QuarkusTest
@TestProfile(TestSettings.class)
class RawRequestsTest extends ServiceTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/v1/emotions")
  URI emotions;

  static Stream<String> contentTypes() {
    return Stream.of(
        "audio/x-anything",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/json");
  }

  @ParameterizedTest
  @MethodSource("contentTypes")
  void looksAtTheBytesAndNotAtTheContentType(String contentType) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emotions).header("Content-Type", contentType);

    assertThat(send(request, Sounds.tone(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void answersWithoutAnyContentType() throws Exception {
    assertThat(send(HttpRequest.newBuilder(emotions), Sounds.tone(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void answersABodyOfUnknownLength() throws Exception {
    HttpResponse<String> response = sendChunked("audio/wav", Sounds.tone(1));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesALargeBodyOfUnknownLength() throws Exception {
    HttpResponse<String> response = sendChunked("audio/wav", new byte[2 * TestSettings.MAX_BYTES]);

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("urn:emovox:problem:too_large");
  }

  @Test
  void refusesALargeFormOfUnknownLength() throws Exception {
    HttpResponse<String> response =
        sendChunked("multipart/form-data; boundary=x", form(2 * TestSettings.MAX_BYTES));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("urn:emovox:problem:too_large");
  }

  /** Each may become as large as a batch, and there is memory for three. */
  @Test
  void takesNoMoreBodiesThanThereIsMemoryFor() throws Exception {
    try (Socket one = beginBatch();
        Socket two = beginBatch();
        Socket three = beginBatch()) {
      await().until(() -> post().statusCode() == 429);

      HttpResponse<String> refused = post();
      assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
      assertThat(refused.body()).contains("urn:emovox:problem:overloaded");
      assertThat(List.of(one, two, three)).noneMatch(Socket::isClosed);
    }
    await().until(() -> post().statusCode() == 200);
  }

  private HttpResponse<String> post() throws Exception {
    return send(HttpRequest.newBuilder(emotions), Sounds.tone(1));
  }

  private static Socket beginBatch() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    String head =
        "POST /v1/emotions:batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
    return client;
  }

  private static byte[] form(int bytes) {
    String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    return (head + "a".repeat(bytes) + "\r\n--x--\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
    return client.send(
        request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> sendChunked(String contentType, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(emotions)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .version(HttpClient.Version.HTTP_1_1)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
