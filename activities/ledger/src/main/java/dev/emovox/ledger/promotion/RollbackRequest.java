package dev.emovox.ledger.promotion;

import java.util.Optional;

/**
 * A wish to serve again what was served before.
 *
 * @param version one that was served earlier; the one before the present one if empty
 * @param by who decided
 * @param reason why, or null
 * @param errand what it is a step of, if of anything
 */
public record RollbackRequest(
    Optional<String> version, String by, String reason, Optional<Errand> errand) {

  /** A wish of its own. */
  public RollbackRequest(Optional<String> version, String by, String reason) {
    this(version, by, reason, Optional.empty());
  }
}
