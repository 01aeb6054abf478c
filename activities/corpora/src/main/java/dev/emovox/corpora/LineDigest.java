package dev.emovox.corpora;

import dev.emovox.domain.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of lines that are joined by line feeds, none of which is kept. */
final class LineDigest {
  private final MessageDigest sha256;
  private boolean begun;

  LineDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(String line) {
    if (begun) {
      sha256.update((byte) '\n');
    }
    sha256.update(line.getBytes(StandardCharsets.UTF_8));
    begun = true;
  }

  /** The digest of all lines; ends the adding. */
  Digest finish() {
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }
}
