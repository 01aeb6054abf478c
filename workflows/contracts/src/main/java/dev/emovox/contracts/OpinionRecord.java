package dev.emovox.contracts;

/**
 * An opinion that is to be recorded.
 *
 * @param step the promotion it is about
 * @param agrees whether the promotion may go on
 * @param opinion who says so and why
 */
public record OpinionRecord(PromotionStep step, boolean agrees, PromotionOpinion opinion) {}
