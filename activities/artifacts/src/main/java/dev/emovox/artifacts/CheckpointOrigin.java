package dev.emovox.artifacts;

import java.time.Instant;

/**
 * Where a stored checkpoint came from, once. The same checkpoint may have come from several places.
 *
 * @param kind {@link #FOLDER}, {@link #S3}, {@link #HUB} or {@link #SCRATCH}
 * @param source as it was asked for: a path, {@code s3://BUCKET/PREFIX}, {@code
 *     OWNER/NAME@REVISION}, or in words what the weights were drawn from
 * @param hub origin of the hub, for example {@code https://huggingface.co}; null for other kinds
 * @param commit state of the hub's repository; null for other kinds
 * @param licence as the model's card on the hub names it, for example {@code apache-2.0}; null if
 *     it is not known
 * @param imported when
 * @param by user of the machine that imported it
 */
public record CheckpointOrigin(
    String kind,
    String source,
    String hub,
    String commit,
    String licence,
    Instant imported,
    String by) {
  /** The kind of a folder of the machine that imported it. */
  public static final String FOLDER = "folder";

  /** The kind of a prefix in S3. */
  public static final String S3 = "s3";

  /** The kind of a repository of a hub. */
  public static final String HUB = "hub";

  /** The kind of random weights. */
  public static final String SCRATCH = "scratch";

  /** Whether both name the same place, whoever came from there and when. */
  boolean isSamePlace(CheckpointOrigin other) {
    return unsigned().equals(other.unsigned());
  }

  private CheckpointOrigin unsigned() {
    return new CheckpointOrigin(kind, source, hub, commit, licence, Instant.EPOCH, "");
  }
}
