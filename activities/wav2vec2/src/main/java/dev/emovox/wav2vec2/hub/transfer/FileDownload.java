package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Brings one file: goes on where an earlier try ended, tries again while that can help, and lets
 * the file appear under its name only when its digest is right.
 *
 * <p>Safe for use by several threads for different files.
 */
public final class FileDownload {
  private static final int BUFFER_BYTES = 1 << 16;

  /** A try that brought less has failed like the one before. */
  private static final int PROGRESS_BYTES = 1 << 20;

  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HubConnection connection;
  private final RetryPolicy retries;

  /** Downloads over a connection. */
  public FileDownload(HubConnection connection, RetryPolicy retries) {
    this.connection = connection;
    this.retries = retries;
  }

  /**
   * What is to be brought.
   *
   * @param address where the hub has it
   * @param file what it must be
   * @param commit state of the repository, which the hub's answer must not contradict
   * @param subject what messages call it
   */
  public record Order(URI address, HubFile file, String commit, String subject) {}

  /**
   * Brings a file to {@code target}.
   *
   * @param arrived told the number of bytes whenever some came
   * @throws InvalidInputException if the hub refuses it, or the disk does
   * @throws ServerUnavailableException if the hub can't be reached or the connection breaks again
   *     and again
   * @throws WorkFailedException if what comes is not what the hub's list says
   */
  public void download(Order order, Path target, LongConsumer arrived) {
    PartFile part = new PartFile(target);
    HubFailures failures = new HubFailures(connection.access(), order.subject());
    int failed = 0;
    boolean resumed = part.size() > 0;
    while (true) {
      long before = part.size();
      try {
        fetch(order, part, arrived);
        if (isRight(order, part, resumed)) {
          part.finish();
          return;
        }
        resumed = false;
      } catch (IOException e) {
        failed = part.size() - before >= PROGRESS_BYTES ? 1 : failed + 1;
        if (retries.isExhausted(failed)) {
          throw failures.exhausted(e);
        }
        retries.await(failed, e);
      }
    }
  }

  /** False if it should be tried from the start, since an older part may be to blame. */
  private static boolean isRight(Order order, PartFile part, boolean resumed) {
    FileDigest expected = order.file().digest();
    FileDigest found = part.digest(expected.kind());
    if (found.equals(expected)) {
      return true;
    }
    part.clear();
    if (resumed) {
      return false;
    }
    throw new WorkFailedException(
        "What came of %s has digest %s, and the hub's list says %s: it was changed on the way or on the hub, and is thrown away. Try again, and distrust the hub or the proxy if it stays so."
            .formatted(order.subject(), found, expected));
  }

  private void fetch(Order order, PartFile part, LongConsumer arrived) throws IOException {
    long size = order.file().bytes();
    if (part.size() > size) {
      part.clear();
    }
    long start = part.size();
    if (start == size && size > 0) {
      return;
    }
    HubConnection.Answer answer = connection.get(order.address(), range(part, start));
    HttpResponse<InputStream> response = answer.response();
    try (InputStream body = response.body()) {
      requireUsable(order, part, response);
      requireSameFile(order, answer.hubHeaders());
      requireLength(order, part, response);
      receive(order, part, body, arrived);
    }
  }

  private static Map<String, String> range(PartFile part, long start) {
    Map<String, String> headers = new TreeMap<>();
    if (start > 0) {
      headers.put("Range", "bytes=" + start + "-");
      part.entityTag().ifPresent(tag -> headers.put("If-Range", tag));
    }
    return headers;
  }

  private void requireUsable(Order order, PartFile part, HttpResponse<?> response)
      throws IOException {
    if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
      part.clear();
      throw new PassingFailure("HTTP 416 for the rest of the file");
    }
    new HubFailures(connection.access(), order.subject()).require(response);
    if (response.statusCode() != PARTIAL) {
      part.restart(response.headers().firstValue("ETag"));
    } else if (!ContentRange.of(response.headers()).isRest(part.size(), order.file().bytes())) {
      part.clear();
      throw new PassingFailure("another range than the one asked for");
    }
  }

  /** The hub repeats here what the file is, which saves gigabytes if it has changed its mind. */
  private static void requireSameFile(Order order, HttpHeaders hub) {
    String commit = hub.firstValue("X-Repo-Commit").orElse(order.commit());
    FileDigest expected = order.file().digest();
    String tag =
        hub.firstValue("X-Linked-Etag")
            .map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
            .filter(text -> FileDigest.isDigits(expected.kind(), text))
            .orElse(expected.hex());
    if (!commit.equals(order.commit()) || !tag.equals(expected.hex())) {
      throw contradiction(order, "offers commit %s, content %s".formatted(safe(commit), tag));
    }
  }

  private static String safe(String commit) {
    return commit.matches("[0-9a-f]{40}") ? commit : "(none)";
  }

  private static void requireLength(Order order, PartFile part, HttpResponse<?> response) {
    long rest = order.file().bytes() - part.size();
    long announced = response.headers().firstValueAsLong("Content-Length").orElse(rest);
    if (announced != rest) {
      throw contradiction(order, "announces %d bytes instead of %d".formatted(announced, rest));
    }
  }

  private static EmovoxException contradiction(Order order, String what) {
    return new WorkFailedException(
        "For %s the hub %s of its own list (%s, %d bytes at commit %s). Try again; if it stays so, a proxy or mirror is in the way."
            .formatted(
                order.subject(),
                what,
                order.file().digest(),
                order.file().bytes(),
                order.commit()));
  }

  private void receive(Order order, PartFile part, InputStream body, LongConsumer arrived)
      throws IOException {
    long left = order.file().bytes() - part.size();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (StallGuard guard = new StallGuard(body, connection.silence());
        PartFile.Appender out = part.append()) {
      while (left > 0) {
        int n = body.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new PassingFailure(guard.hasStalled() ? "silence" : "an early end");
        }
        guard.alive();
        out.write(buffer, n);
        left -= n;
        arrived.accept(n);
      }
    }
  }
}
