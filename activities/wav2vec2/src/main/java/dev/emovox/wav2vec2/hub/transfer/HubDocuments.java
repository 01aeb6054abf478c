package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Small documents of a hub, in memory.
 *
 * <p>Safe for use by several threads.
 */
public final class HubDocuments {
  private static final int LARGEST = 32 << 20;

  private final HubConnection connection;
  private final RetryPolicy retries;

  /** Documents over a connection. */
  public HubDocuments(HubConnection connection, RetryPolicy retries) {
    this.connection = connection;
    this.retries = retries;
  }

  /**
   * A document.
   *
   * @param content its bytes
   * @param headers what came with it
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record Document(byte[] content, HttpHeaders headers) {}

  /**
   * Reads a document of at most 32 MiB.
   *
   * @param subject what messages call it
   * @throws dev.emovox.domain.EmovoxException as {@link FileDownload#download}
   */
  public Document read(URI address, String subject) {
    HubFailures failures = new HubFailures(connection.access(), subject);
    for (int failed = 1; ; failed++) {
      try {
        return readOnce(address, failures);
      } catch (IOException e) {
        if (retries.isExhausted(failed)) {
          throw failures.exhausted(e);
        }
        retries.await(failed, e);
      }
    }
  }

  private Document readOnce(URI address, HubFailures failures) throws IOException {
    HttpResponse<InputStream> response = connection.get(address, Map.of()).response();
    try (InputStream body = response.body();
        StallGuard guard = new StallGuard(body, connection.silence())) {
      failures.require(response);
      byte[] content = body.readNBytes(LARGEST + 1);
      if (guard.hasStalled()) {
        throw new PassingFailure("silence");
      }
      if (content.length > LARGEST) {
        throw new WorkFailedException(
            "The hub's answer about %s has more than %d bytes; that is no list of files. Check HF_ENDPOINT."
                .formatted(failures.subject(), LARGEST));
      }
      return new Document(content, response.headers());
    }
  }
}
