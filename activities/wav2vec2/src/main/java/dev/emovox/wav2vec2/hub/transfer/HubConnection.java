package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Requests to a hub and to wherever it redirects. Redirects are followed here and not by the
 * client, which would take the token along.
 *
 * <p>Safe for use by several threads.
 */
public final class HubConnection {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final String USER_AGENT = "emovox";

  private final HubAccess access;
  private final Duration silence;
  private final HttpClient client;

  /**
   * A connection; nothing is sent yet.
   *
   * @param silence how long to wait for an answer
   */
  public HubConnection(HubAccess access, Duration silence) {
    this.access = access;
    this.silence = silence;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * What came in the end.
   *
   * @param response of the last host
   * @param hubHeaders those of the hub itself, which says there what the file should be
   */
  record Answer(HttpResponse<InputStream> response, HttpHeaders hubHeaders) {}

  HubAccess access() {
    return access;
  }

  Duration silence() {
    return silence;
  }

  /**
   * Sends a GET request, following redirects.
   *
   * @throws IOException if the connection could not be made or broke
   * @throws WorkFailedException if a redirect leads where it must not be followed
   */
  Answer get(URI address, Map<String, String> headers) throws IOException {
    HttpResponse<InputStream> first = send(address, headers);
    HttpResponse<InputStream> last = first;
    for (int hops = 0; REDIRECTS.contains(last.statusCode()); hops++) {
      last.body().close();
      URI next = target(last);
      if (hops == MOST_REDIRECTS) {
        throw new WorkFailedException(
            "The hub %s redirects in circles. Try again later, or another HF_ENDPOINT."
                .formatted(Origin.of(access.endpoint())));
      }
      last = send(next, headers);
    }
    return new Answer(last, first.headers());
  }

  private URI target(HttpResponse<?> redirect) {
    URI next;
    try {
      next = redirect.uri().resolve(redirect.headers().firstValue("Location").orElse(""));
    } catch (IllegalArgumentException e) {
      throw strange("to something that is no address");
    }
    boolean web = "http".equals(next.getScheme()) || "https".equals(next.getScheme());
    if (!web || next.getHost() == null) {
      throw strange("to something that is not on the web");
    }
    if (!access.maySpeakTo(next)) {
      throw strange("to " + Origin.of(next) + ", which is not encrypted");
    }
    return next;
  }

  private WorkFailedException strange(String where) {
    return new WorkFailedException(
        "The hub %s redirects %s; that is not followed. Check HF_ENDPOINT."
            .formatted(Origin.of(access.endpoint()), where));
  }

  private HttpResponse<InputStream> send(URI address, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(silence)
            .header("User-Agent", USER_AGENT)
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    if (access.mayCarryToken(address)) {
      access
          .token()
          .ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }
}
