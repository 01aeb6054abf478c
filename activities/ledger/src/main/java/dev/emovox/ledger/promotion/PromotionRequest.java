package dev.emovox.ledger.promotion;

/**
 * A wish to serve a version.
 *
 * @param version number in the registry
 * @param by who decided
 * @param reason why, or null
 */
public record PromotionRequest(String version, String by, String reason) {}
