package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Reads objects and lets no byte through that is not the one which was stored. */
final class VerifiedReader {
  private final Bucket bucket;

  VerifiedReader(Bucket bucket) {
    this.bucket = bucket;
  }

  /** The key of an artefact of this bucket. */
  String key(ArtifactRef artifact) {
    S3Location location = S3Location.parse(artifact.uri());
    if (!location.bucket().equals(bucket.name())) {
      throw new InvalidInputException(
          "The artefact %s is not in bucket '%s', which this program uses. Set EMOVOX_S3_BUCKET to '%s'."
              .formatted(artifact.uri(), bucket.name(), location.bucket()));
    }
    return location.key();
  }

  /** The content of an object of known digest, no larger than {@code limit} bytes. */
  byte[] read(String key, Digest expected, int limit) {
    byte[] content = readUnverified(key, limit);
    requireSame(key, expected, Digest.of(content));
    return content;
  }

  /** The content of an object that someone else verifies, no larger than {@code limit} bytes. */
  byte[] readUnverified(String key, int limit) {
    byte[] content = bucket.stream(key, in -> in.readNBytes(limit + 1));
    if (content.length > limit) {
      throw tooLarge(key, limit);
    }
    return content;
  }

  private InvalidInputException tooLarge(String key, int limit) {
    return new InvalidInputException(
        "The object %s is larger than the %d bytes that may be read into memory."
            .formatted(bucket.location(key), limit));
  }

  /**
   * Streams an artefact to {@code out}. What was written is to be thrown away if this throws.
   *
   * @throws WorkFailedException if the object is gone or its bytes are not those of the reference
   */
  void copy(ArtifactRef artifact, OutputStream out) {
    String key = key(artifact);
    MessageDigest digest = Checksums.algorithm("SHA-256");
    long bytes =
        bucket.stream(
            key,
            in -> {
              InputStream bounded = new BoundedStream(in, artifact.bytes() + 1);
              return new DigestInputStream(bounded, digest).transferTo(out);
            });
    if (bytes != artifact.bytes()) {
      throw wrongSize(artifact, bytes);
    }
    requireSame(key, artifact.digest(), new Digest(HexFormat.of().formatHex(digest.digest())));
  }

  private void requireSame(String key, Digest expected, Digest found) {
    if (!found.equals(expected)) {
      throw new WorkFailedException(
          "The object %s was changed: its bytes have digest %s, and %s was stored. Delete it and run again: it is made anew."
              .formatted(bucket.location(key), found, expected));
    }
  }

  private static WorkFailedException wrongSize(ArtifactRef artifact, long bytes) {
    String found = bytes > artifact.bytes() ? "more" : Long.toString(bytes);
    return new WorkFailedException(
        "The object %s was changed: it has %s bytes, and %d with digest %s were stored. Delete it and run again: it is made anew."
            .formatted(artifact.uri(), found, artifact.bytes(), artifact.digest()));
  }
}
