package dev.emovox.ledger;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.key.KeyFolder;
import dev.emovox.ledger.key.SigningKey;
import java.util.List;
import java.util.function.Consumer;

/**
 * The private keys that this user can sign with.
 *
 * @param folder where they lie
 * @param notices told when one is made, a sentence each, never what is secret
 */
public record LedgerKeys(KeyFolder folder, Consumer<String> notices) {

  /** The key that a new ledger begins with: the only one that is there, or a new one. */
  SigningKey first() {
    List<Digest> ids = folder.ids();
    if (ids.size() > 1) {
      throw new InvalidInputException(
          "A new ledger begins, and in %s there are several keys. Leave the one there that it shall begin with."
              .formatted(folder.folder()));
    }
    return ids.isEmpty() ? create() : folder.key(ids.get(0));
  }

  /**
   * The key of that id.
   *
   * @throws InvalidInputException if it is not here
   */
  SigningKey holding(Digest id) {
    return folder.key(id);
  }

  /** Makes a key and tells of it. */
  public SigningKey create() {
    SigningKey key = folder.create();
    Digest id = key.verificationKey().id();
    notices.accept(
        "A key for the ledger was created: %s. Its private half is in %s; keep a copy in a safe place: without it nothing can be added to the ledger."
            .formatted(id, folder.file(id)));
    return key;
  }
}
