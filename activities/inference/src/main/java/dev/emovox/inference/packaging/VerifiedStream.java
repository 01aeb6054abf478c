package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes a file of a package on its way through, takes its digest, and ends it as soon as it is
 * longer than it should be. Failures of the disk are told from those of where the bytes come from.
 */
final class VerifiedStream extends OutputStream {
  private final OutputStream out;
  private final PackagedFile expected;
  private final MessageDigest digest = sha256();
  private long bytes;

  VerifiedStream(OutputStream out, PackagedFile expected) {
    this.out = out;
    this.expected = expected;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    bytes += length;
    digest.update(source, offset, length);
    if (bytes > expected.bytes()) {
      verify();
    }
    try {
      out.write(source, offset, length);
    } catch (IOException e) {
      throw new WorkFailedException(
          "File %s of the model package can't be written to this machine (%s). Make room in the folder for temporary files, or name another one."
              .formatted(expected.name(), e),
          e);
    }
  }

  /** Refuses what was written if it is not the expected file; called once, at the end. */
  void verify() {
    Digest found = new Digest(HexFormat.of().formatHex(digest.digest()));
    expected.verify(new PackagedFile(expected.name(), found, bytes));
  }
}
