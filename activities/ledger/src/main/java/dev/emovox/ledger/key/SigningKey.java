package dev.emovox.ledger.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * An Ed25519 key pair. Nothing about it prints the private half.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SigningKey {
  private static final byte[] PROBE = {1, 2, 3};

  private final PrivateKey privateKey;
  private final VerificationKey verificationKey;

  SigningKey(PrivateKey privateKey, VerificationKey verificationKey) {
    this.privateKey = privateKey;
    this.verificationKey = verificationKey;
  }

  /** A new pair from the platform's secure random numbers. */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(VerificationKey.ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), new VerificationKey(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  /** The public half. */
  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** The 64 bytes of the signature over {@code message}; always the same for the same message. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(VerificationKey.ALGORITHM);
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs everything", e);
    }
  }

  /** Whether the halves belong together. */
  boolean isWhole() {
    return verificationKey.verifies(PROBE, sign(PROBE));
  }

  byte[] encodedPrivate() {
    return privateKey.getEncoded();
  }
}
