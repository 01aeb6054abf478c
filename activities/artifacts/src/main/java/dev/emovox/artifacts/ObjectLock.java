package dev.emovox.artifacts;

import io.minio.GetObjectLockConfigurationArgs;
import io.minio.errors.MinioException;
import io.minio.messages.ObjectLockConfiguration;
import java.util.Locale;

/**
 * How long a bucket keeps its objects' versions from everyone. The bucket's own default retention
 * is what holds for new objects; none is asked for here.
 *
 * @param state whether there is such a lock
 * @param retention mode and time of the default retention, such as {@code compliance, 10 years};
 *     empty if there is none
 */
public record ObjectLock(State state, String retention) {

  /** Whether a bucket has object lock. */
  public enum State {
    /** New objects can't be removed before their time. */
    RETAINS,
    /** It could, and has no default retention, so objects can be removed. */
    ENABLED_WITHOUT_RETENTION,
    /** Objects can be removed and replaced by whoever may write. */
    NONE,
    /** The server does not say. */
    UNKNOWN
  }

  /** Asks the server about the connection's bucket. */
  public static ObjectLock of(S3Connection connection) {
    GetObjectLockConfigurationArgs args =
        GetObjectLockConfigurationArgs.builder().bucket(connection.bucket()).build();
    try {
      return described(connection.ask(client -> client.getObjectLockConfiguration(args)));
    } catch (MinioException | IllegalStateException e) {
      S3Error error = S3Error.of(e);
      if (error.code().startsWith("ObjectLockConfigurationNotFound")) {
        return new ObjectLock(State.NONE, "");
      }
      return switch (error.kind()) {
        case REFUSED, OTHER, OBJECT_MISSING -> new ObjectLock(State.UNKNOWN, "");
        default -> throw connection.failures().explain(e, "");
      };
    }
  }

  private static ObjectLock described(ObjectLockConfiguration found) {
    if (found.mode() == null || found.duration() == null) {
      return new ObjectLock(State.ENABLED_WITHOUT_RETENTION, "");
    }
    String text =
        "%s, %d %s".formatted(found.mode(), found.duration().duration(), found.duration().unit());
    return new ObjectLock(State.RETAINS, text.toLowerCase(Locale.ROOT));
  }
}
