package dev.emovox.ledger.key;

import dev.emovox.domain.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key file: two PEM blocks (RFC 7468), the PKCS#8 private key and the public key that
 * belongs to it. {@code openssl pkey -in FILE} reads the first, and {@code openssl genpkey
 * -algorithm ed25519} with {@code openssl pkey -pubout} makes such files, too.
 */
final class PemKey {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private PemKey() {}

  static String write(SigningKey key) {
    return block(PRIVATE, key.encodedPrivate())
        + block(PUBLIC, Base64.getDecoder().decode(key.verificationKey().toString()));
  }

  /**
   * Reads a key file's text.
   *
   * @throws InvalidInputException saying what is wrong, never what is written there
   */
  static SigningKey read(String text) {
    byte[] privateHalf = content(text, PRIVATE);
    VerificationKey publicHalf = VerificationKey.ofEncoded(content(text, PUBLIC));
    SigningKey key = new SigningKey(privateKey(privateHalf), publicHalf);
    if (!key.isWhole()) {
      throw new InvalidInputException("its public key is not the private key's");
    }
    return key;
  }

  private static PrivateKey privateKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(VerificationKey.ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      // The cause is left out: it may quote bytes of the key.
      throw new InvalidInputException("its private key is no Ed25519 key in PKCS#8");
    }
  }

  private static String block(String label, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, lines, label)
        .replace(System.lineSeparator(), "\n");
  }

  private static byte[] content(String text, String label) {
    Pattern block =
        Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label);
    Matcher found = block.matcher(text);
    if (!found.find()) {
      throw new InvalidInputException("it has no block " + label);
    }
    try {
      return Base64.getMimeDecoder().decode(found.group(1).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("its block " + label + " is not base64");
    }
  }
}
