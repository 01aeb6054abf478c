package dev.emovox.cli.document;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.key.KeyFolder;
import dev.emovox.ledger.key.VerificationKey;

/**
 * A key whose private half lies on this machine, without that half.
 *
 * @param fingerprint SHA-256 of the public key; its id
 * @param publicKey base64 of its SubjectPublicKeyInfo
 * @param file where the private half lies
 */
public record KeyDocument(Digest fingerprint, String publicKey, String file) {

  /** The document of a key in a folder. */
  public static KeyDocument of(VerificationKey key, KeyFolder folder) {
    return new KeyDocument(key.id(), key.toString(), folder.file(key.id()).toString());
  }
}
