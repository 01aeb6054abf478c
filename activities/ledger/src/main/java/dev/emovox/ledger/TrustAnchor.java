package dev.emovox.ledger;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.chain.Rule;
import dev.emovox.ledger.chain.Trust;
import dev.emovox.ledger.chain.TrustStore;
import java.util.Optional;

/**
 * Which ledger is believed: the one that begins with a certain key.
 *
 * @param configured the key's id, if a person said it
 * @param memory what this machine has seen
 */
public record TrustAnchor(Optional<Digest> configured, TrustStore memory) {

  /** How the first key came to be trusted. */
  public enum Origin {
    /** A person named it. */
    CONFIGURED,
    /** It was the first key when this machine last looked. */
    REMEMBERED,
    /** Nothing was known: what the ledger says is believed, this once. */
    FIRST_SEEN
  }

  /** How the first key is known. */
  public Origin origin() {
    if (configured.isPresent()) {
      return Origin.CONFIGURED;
    }
    return memory.load().isPresent() ? Origin.REMEMBERED : Origin.FIRST_SEEN;
  }

  /** The objection to a ledger that begins with the key {@code first}, if there is one. */
  Optional<Finding> objection(Digest first) {
    Optional<Digest> remembered = memory.load().map(Trust::anchor);
    return configured
        .filter(key -> !key.equals(first))
        .map(key -> differs(key, first, "was configured"))
        .or(
            () ->
                remembered
                    .filter(key -> !key.equals(first))
                    .map(key -> differs(key, first, "is remembered in " + memory.location())));
  }

  private static Finding differs(Digest trusted, Digest found, String source) {
    return Finding.of(
        Rule.LEDGER_ANCHOR_DIFFERS,
        "entry 1",
        "it introduces the key %s, and %s %s".formatted(found, trusted, source));
  }
}
