package dev.emovox.contracts;

/**
 * What a person says to a promotion that waits for approval.
 *
 * @param promotion the promotion's id, or its version
 * @param by who says it
 * @param reason why; may be null for an approval
 */
public record PromotionOpinion(String promotion, String by, String reason) {}
