package dev.emovox.artifacts;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure of the MinIO client reduced to what may be shown.
 *
 * @param name S3 error code and HTTP status, for example {@code NoSuchBucket, HTTP 404}
 * @param code S3 error code; empty if the answer was not S3's
 * @param status HTTP status; 0 if there was none
 * @param transport what broke the connection; null if an answer came
 */
record S3Error(String name, String code, int status, IOException transport) {
  private static final Set<String> CLOCK_CODES = Set.of("RequestTimeTooSkewed", "RequestExpired");
  private static final Set<String> CHANGED_CODES =
      Set.of("XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch", "BadDigest");
  private static final Set<String> FULL_CODES =
      Set.of(
          "XMinioStorageFull",
          "InsufficientStorage",
          "QuotaExceeded",
          "XMinioAdminBucketQuotaExceeded");
  private static final Set<String> BUSY_CODES =
      Set.of(
          "SlowDown", "ServiceUnavailable", "InternalError", "RequestTimeout", "TooManyRequests");
  private static final Set<String> REFUSED_CODES =
      Set.of("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "AllAccessDisabled");
  private static final Pattern STATUS = Pattern.compile("[Rr]esponse code: (\\d{3})");
  private static final int LONGEST_CODE = 60;

  /** Who can do something about it. */
  enum Kind {
    BUCKET_MISSING,
    OBJECT_MISSING,
    REFUSED,
    CLOCK,
    CHANGED,
    FULL,
    BUSY,
    TRANSPORT,
    OTHER
  }

  /** Reduces whatever the client threw. */
  static S3Error of(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ErrorResponseException e) {
        return answered(e.errorResponse().code(), e.response().code());
      }
      if (t instanceof ServerException e) {
        return answered("", e.statusCode());
      }
      if (t instanceof InvalidResponseException e) {
        return notS3(e);
      }
      if (t instanceof IOException e
          && !(t instanceof com.fasterxml.jackson.core.JacksonException)) {
        return new S3Error(e.getClass().getSimpleName(), "", 0, e);
      }
    }
    return new S3Error(failure.getClass().getSimpleName(), "", 0, null);
  }

  private static S3Error answered(String code, int status) {
    String safe = code == null ? "" : code.replaceAll("[^A-Za-z0-9]", "");
    String shown = safe.substring(0, Math.min(safe.length(), LONGEST_CODE));
    return new S3Error(
        (shown.isEmpty() ? "" : shown + ", ") + "HTTP " + status, shown, status, null);
  }

  private static S3Error notS3(InvalidResponseException failure) {
    Matcher status = STATUS.matcher(String.valueOf(failure.getMessage()));
    return answered("NotAnS3Answer", status.find() ? Integer.parseInt(status.group(1)) : 0);
  }

  Kind kind() {
    if (transport != null) {
      return Kind.TRANSPORT;
    }
    return switch (code) {
      case "NoSuchBucket" -> Kind.BUCKET_MISSING;
      case "NoSuchKey", "NoSuchObject" -> Kind.OBJECT_MISSING;
      default -> byCodeSet();
    };
  }

  private Kind byCodeSet() {
    if (CLOCK_CODES.contains(code)) {
      return Kind.CLOCK;
    }
    if (CHANGED_CODES.contains(code)) {
      return Kind.CHANGED;
    }
    if (FULL_CODES.contains(code) || status == 507) {
      return Kind.FULL;
    }
    if (BUSY_CODES.contains(code) || status == 429 || (status >= 500 && status != 501)) {
      return Kind.BUSY;
    }
    boolean refused = REFUSED_CODES.contains(code) || status == 401 || status == 403;
    return refused ? Kind.REFUSED : Kind.OTHER;
  }

  /** A cause without the client's text, which holds request headers. */
  Throwable asCause() {
    return transport != null ? transport : new IOException("S3 answered " + name);
  }
}
