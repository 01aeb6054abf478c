package dev.emovox.ledger.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 public key. Its written form is the base64 of its X.509 SubjectPublicKeyInfo, 44
 * bytes; its id is the SHA-256 of these bytes.
 *
 * <p>Immutable and safe for use by several threads. Two are equal if their bytes are.
 */
public final class VerificationKey {
  static final String ALGORITHM = "Ed25519";

  private final PublicKey key;
  private final Digest id;

  VerificationKey(PublicKey key) {
    this.key = key;
    this.id = Digest.of(key.getEncoded());
  }

  /**
   * Reads the written form.
   *
   * @throws InvalidInputException if it is not that of an Ed25519 key
   */
  @JsonCreator
  public static VerificationKey parse(String base64) {
    try {
      return ofEncoded(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("a public key is not base64", e);
    }
  }

  static VerificationKey ofEncoded(byte[] encoded) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      if (!Arrays.equals(key.getEncoded(), encoded)) {
        throw new InvalidInputException("a public key is not written in its one form");
      }
      return new VerificationKey(key);
    } catch (GeneralSecurityException e) {
      throw new InvalidInputException("this is no Ed25519 public key", e);
    }
  }

  /** SHA-256 of the SubjectPublicKeyInfo: what people compare, and what signatures name. */
  public Digest id() {
    return id;
  }

  /** Whether {@code signature} is this key's over {@code message}. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // of the wrong length, or a number beyond the group's order
    }
  }

  /** The base64 of the SubjectPublicKeyInfo. */
  @JsonValue
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
