package dev.emovox.artifacts;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLException;

/**
 * Says in plain words what went wrong between us and the S3 server, and whether it is the request,
 * the server or the work that is to blame. The MinIO client's own text is never passed on: it
 * carries request headers.
 *
 * @param url address of the server
 * @param bucket the bucket that was asked
 */
record S3Failures(URI url, String bucket) {

  /** The failure that a person or a retry policy can act on. {@code key} may be empty. */
  EmovoxException explain(Exception failure, String key) {
    S3Error error = S3Error.of(failure);
    return switch (error.kind()) {
      case BUCKET_MISSING -> bucketMissing(error.asCause());
      case OBJECT_MISSING -> objectMissing(key, error.asCause());
      case REFUSED -> refused(error);
      case CLOCK -> clock(error);
      case CHANGED -> changed(error, key);
      case FULL -> full(error);
      case BUSY -> busy(error);
      case TRANSPORT -> transport(error.transport());
      case OTHER -> other(error, key);
    };
  }

  InvalidInputException bucketMissing(Throwable cause) {
    return new InvalidInputException(
        "There is no bucket '%s' on the S3 server %s. Set EMOVOX_S3_BUCKET to one that exists, or create it."
            .formatted(bucket, url),
        cause);
  }

  WorkFailedException objectMissing(String key, Throwable cause) {
    return new WorkFailedException(
        "The object %s is not on the S3 server %s any more, though it was stored. Run again: what is gone is made anew."
            .formatted(new S3Location(bucket, key), url),
        cause);
  }

  private InvalidInputException refused(S3Error error) {
    return new InvalidInputException(
        ("The S3 server %s refuses access to bucket '%s' (%s). Check EMOVOX_S3_ACCESS_KEY and EMOVOX_S3_SECRET_KEY "
                + "(or their _FILE variants), and what that key may do.")
            .formatted(url, bucket, error.name()),
        error.asCause());
  }

  private InvalidInputException clock(S3Error error) {
    return new InvalidInputException(
        "The S3 server %s refuses requests because its clock and this machine's differ (%s). Set both clocks."
            .formatted(url, error.name()),
        error.asCause());
  }

  private WorkFailedException changed(S3Error error, String key) {
    return new WorkFailedException(
        ("The bytes for %s changed on the way to the S3 server %s, or while they were read (%s); nothing was stored. "
                + "Run again, and leave the file alone meanwhile.")
            .formatted(new S3Location(bucket, key), url, error.name()),
        error.asCause());
  }

  private ServerUnavailableException full(S3Error error) {
    return new ServerUnavailableException(
        "The S3 server %s has no room left for bucket '%s' (%s). Free or add storage; the work goes on by itself then."
            .formatted(url, bucket, error.name()),
        error.asCause());
  }

  private ServerUnavailableException busy(S3Error error) {
    return new ServerUnavailableException(
        "The S3 server %s can't answer now (%s). Look at its log; the work goes on when it is back."
            .formatted(url, error.name()),
        error.asCause());
  }

  private EmovoxException transport(IOException cause) {
    if (cause instanceof SSLException) {
      return new InvalidInputException(
          ("No secure connection to the S3 server %s. Check that EMOVOX_S3_URL has the right scheme (http or https) and "
                  + "that this Java trusts the server's certificate (javax.net.ssl.trustStore).")
              .formatted(url),
          cause);
    }
    return new ServerUnavailableException(
        "The S3 server at %s can't be reached. Is it running (./emovox status), and is EMOVOX_S3_URL right?"
            .formatted(url),
        cause);
  }

  private InvalidInputException other(S3Error error, String key) {
    String where = key.isEmpty() ? "bucket '" + bucket + "'" : new S3Location(bucket, key).uri();
    return new InvalidInputException(
        ("The S3 server %s turned down a request about %s (%s). Check EMOVOX_S3_URL and EMOVOX_S3_BUCKET, and that this "
                + "is an S3 server with conditional writes.")
            .formatted(url, where, error.name()),
        error.asCause());
  }
}
