package dev.emovox.contracts;

import java.util.List;

/**
 * An order on its way.
 *
 * @param order what is asked for
 * @param subject what it is about
 * @param evidence what was found so far
 */
public record PromotionStep(
    PromotionOrder order, PromotionSubject subject, List<PromotionEvidence> evidence) {}
