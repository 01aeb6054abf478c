package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is known about content before it is sent: its digest, which names it, and its MD5, which
 * every S3 server compares with the bytes that arrive. (Not every server does so with SHA-256.)
 *
 * @param sha256 names the content
 * @param md5 MD5 in hexadecimal digits; the entity tag of most small objects
 * @param bytes size
 */
record Checksums(Digest sha256, String md5, long bytes) {

  static Checksums of(byte[] content) {
    String md5 = HexFormat.of().formatHex(algorithm("MD5").digest(content));
    return new Checksums(Digest.of(content), md5, content.length);
  }

  static Checksums of(Path file) throws IOException {
    MessageDigest sha256 = algorithm("SHA-256");
    MessageDigest md5 = algorithm("MD5");
    try (InputStream in = Files.newInputStream(file);
        InputStream both = new DigestInputStream(new DigestInputStream(in, sha256), md5)) {
      long bytes = both.transferTo(OutputStream.nullOutputStream());
      HexFormat hex = HexFormat.of();
      return new Checksums(
          new Digest(hex.formatHex(sha256.digest())), hex.formatHex(md5.digest()), bytes);
    }
  }

  /** Value of the header {@code Content-MD5}. */
  String contentMd5() {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(md5));
  }

  static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
