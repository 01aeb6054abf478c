package dev.emovox.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
