package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Stores files of any size in parts, so that no more than one part is in memory. S3 can't make such
 * a write conditional, nor compare a digest of the whole: the key is made of the content's digest,
 * so writers that race write the same, and the reader compares.
 */
final class LargeObjects {
  private final Bucket bucket;

  LargeObjects(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * Stores a file that must have a certain content.
   *
   * @throws InvalidInputException if the file can't be read
   * @throws WorkFailedException if its content is another than it was; nothing is left of it
   */
  void put(String key, Path file, CheckpointObject expected, TransferMeter meter) {
    requireSize(file, expected);
    MessageDigest digest = Checksums.algorithm("SHA-256");
    try (InputStream in = new LocalFile(Files.newInputStream(file));
        InputStream counted = meter.counting(new DigestInputStream(in, digest))) {
      bucket.putParts(key, counted, expected.bytes());
    } catch (UncheckedIOException | IOException e) {
      throw unreadable(file, e);
    }
    Digest sent = new Digest(HexFormat.of().formatHex(digest.digest()));
    if (!sent.equals(expected.digest())) {
      bucket.remove(key);
      throw changed(file, "its digest was %s and is %s".formatted(expected.digest(), sent));
    }
  }

  private static void requireSize(Path file, CheckpointObject expected) {
    try {
      long bytes = Files.size(file);
      if (bytes != expected.bytes()) {
        throw changed(file, "it had %d bytes and has %d".formatted(expected.bytes(), bytes));
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static WorkFailedException changed(Path file, String how) {
    return new WorkFailedException(
        "%s changed while it was being stored: %s. Leave it alone and try again."
            .formatted(file, how));
  }

  private static InvalidInputException unreadable(Path file, Exception e) {
    return new InvalidInputException("The file " + file + " can't be read: " + e + ".", e);
  }

  /** Tells failures of the local disk from those of the connection, which are IOExceptions too. */
  private static final class LocalFile extends java.io.FilterInputStream {
    LocalFile(InputStream in) {
      super(in);
    }

    @Override
    public int read() {
      try {
        return super.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
