package dev.emovox.lineage.openlineage.delivery;

import dev.emovox.settings.Secret;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A server that takes events by {@code POST}, for example Marquez. */
final class HttpReceiver implements EventReceiver {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int REDIRECTION = 300;
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_ERROR = 500;

  /** Time-out and too many requests: the same event may be welcome later. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final URI url;
  private final Optional<Secret> key;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A receiver.
   *
   * @param url where events are posted to
   * @param key sent as a bearer token
   */
  HttpReceiver(URI url, Optional<Secret> key) {
    this.url = url;
    this.key = key;
  }

  @Override
  public void send(byte[] event) throws IOException, RefusedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(event));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    int status = status(request.build());
    if (status >= BAD_REQUEST && status < SERVER_ERROR && !LATER.contains(status)) {
      throw new RefusedException("the answer was " + status);
    }
    if (status < OK || status >= REDIRECTION) {
      throw new IOException("the answer was " + status);
    }
  }

  private int status(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("stopped").initCause(e);
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
