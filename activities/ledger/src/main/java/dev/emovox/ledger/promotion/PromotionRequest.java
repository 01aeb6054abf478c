package dev.emovox.ledger.promotion;

import java.util.Optional;

/**
 * A wish to serve a version.
 *
 * @param version number in the registry
 * @param by who decided
 * @param reason why, or null
 * @param errand what it is a step of, if of anything
 */
public record PromotionRequest(String version, String by, String reason, Optional<Errand> errand) {

  /** A wish of its own. */
  public PromotionRequest(String version, String by, String reason) {
    this(version, by, reason, Optional.empty());
  }
}
