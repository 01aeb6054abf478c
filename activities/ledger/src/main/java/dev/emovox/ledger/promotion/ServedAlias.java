package dev.emovox.ledger.promotion;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;

/**
 * Makes the registry serve what the ledger's last decision says.
 *
 * <p>Whoever moves the alias looks at the ledger afterwards and moves it again if there is a newer
 * decision by then. So of any number of promotions at once, whatever the order of their steps, the
 * last move of the alias is to the version of the last entry.
 *
 * @param registry what is served
 * @param history what is to be served
 */
record ServedAlias(Registry registry, ServingHistory history) {
  private static final String PROMOTED_TAG = "emovox.promoted";
  private static final String PROMOTED_BY_TAG = "emovox.promoted_by";

  /** Tag with that entry's number. */
  static final String ENTRY_TAG = "emovox.ledger_entry";

  /** Tag with the digest of the entry that a version is served by. */
  static final String DIGEST_TAG = "emovox.ledger_digest";

  private static final int ATTEMPTS = 64;

  /**
   * Carries out a decision, or a newer one that was taken meanwhile.
   *
   * @return the decision in force
   */
  SignedEntry carryOut(SignedEntry decided) {
    SignedEntry entry = decided;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ModelVersion version = version(entry);
      registry.crown(version);
      tag(version, entry);
      SignedEntry newest = history.last().orElse(entry);
      if (newest.digest().equals(entry.digest())) {
        return entry;
      }
      entry = newest;
    }
    throw new ServerUnavailableException(
        "Others promote all the time. `./emovox promote --resume` serves what was decided last.",
        null);
  }

  /** Whether the alias names a decision's version. */
  boolean serves(SignedEntry entry) {
    String version = entry.entry().decision().model().version();
    return registry.champion().filter(served -> served.version().equals(version)).isPresent();
  }

  /** Whether a decision was ever carried out to its end. */
  boolean wasCarriedOut(SignedEntry entry) {
    String digest = entry.digest().toString();
    return serves(entry) || digest.equals(version(entry).tags().get(DIGEST_TAG));
  }

  private ModelVersion version(SignedEntry entry) {
    String number = entry.entry().decision().model().version();
    return registry
        .find(number)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Entry %d of the ledger says that version %s is served, and the registry has no such version any more. Promote another one."
                        .formatted(entry.entry().number(), number)));
  }

  /** What people see in the registry, and a witness of the ledger outside of it. */
  void tag(ModelVersion version, SignedEntry entry) {
    Decision decision = entry.entry().decision();
    registry.tag(version, PROMOTED_TAG, entry.entry().time().toString());
    registry.tag(version, PROMOTED_BY_TAG, decision.actor());
    registry.tag(version, ENTRY_TAG, Long.toString(entry.entry().number()));
    registry.tag(version, DIGEST_TAG, entry.digest().toString());
  }
}
