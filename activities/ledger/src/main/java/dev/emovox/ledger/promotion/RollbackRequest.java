package dev.emovox.ledger.promotion;

import java.util.Optional;

/**
 * A wish to serve again what was served before.
 *
 * @param version one that was served earlier; the one before the present one if empty
 * @param by who decided
 * @param reason why, or null
 */
public record RollbackRequest(Optional<String> version, String by, String reason) {}
