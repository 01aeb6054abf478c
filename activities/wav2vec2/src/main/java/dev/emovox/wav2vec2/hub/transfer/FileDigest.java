package dev.emovox.wav2vec2.hub.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a hub says about a file's content: SHA-256 where the file is large and lies in its large
 * file storage, else git's name of the content, SHA-1 of {@code "blob " + size + "\0"} and the
 * bytes.
 *
 * @param kind which of the two
 * @param hex lower-case hexadecimal digits
 */
public record FileDigest(Kind kind, String hex) {
  private static final int BUFFER_BYTES = 1 << 18;

  /** How a digest is taken. */
  public enum Kind {
    /** SHA-256 of the bytes. */
    SHA256("SHA-256", 64),
    /** Git's object name of a blob. */
    GIT_BLOB("SHA-1", 40);

    private final String algorithm;
    private final Pattern written;

    Kind(String algorithm, int digits) {
      this.algorithm = algorithm;
      this.written = Pattern.compile("[0-9a-f]{" + digits + "}");
    }
  }

  public FileDigest {
    if (!kind.written.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a digest of kind " + kind);
    }
  }

  /** Whether a text can be the digits of such a digest. */
  static boolean isDigits(Kind kind, String text) {
    return kind.written.matcher(text).matches();
  }

  /** The digest of a file's content. */
  public static FileDigest of(Kind kind, Path file) throws IOException {
    MessageDigest digest = algorithm(kind);
    if (kind == Kind.GIT_BLOB) {
      digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return new FileDigest(kind, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest algorithm(Kind kind) {
    try {
      return MessageDigest.getInstance(kind.algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + kind.algorithm, e);
    }
  }

  @Override
  public String toString() {
    return (kind == Kind.SHA256 ? "sha256:" : "git:") + hex;
  }
}
