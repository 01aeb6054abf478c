package dev.emovox.artifacts;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;

/** Finds out early, and in plain words, whether the bucket can be used. */
public final class BucketCheck {
  private final S3Connection connection;
  private final Bucket bucket;

  /** A check of the connection's bucket. */
  public BucketCheck(S3Connection connection) {
    this.connection = connection;
    this.bucket = new Bucket(connection);
  }

  /**
   * Makes sure that the bucket is there and that the keys are right.
   *
   * @throws InvalidInputException if there is no such bucket or the server refuses the keys
   * @throws ServerUnavailableException if the server is away
   */
  public void require() {
    if (!bucket.exists()) {
      throw connection.failures().bucketMissing(null);
    }
  }

  /** Like {@link #require()}, but a bucket that is not there is created. */
  public void createIfMissing() {
    if (!bucket.exists()) {
      bucket.create();
    }
  }
}
