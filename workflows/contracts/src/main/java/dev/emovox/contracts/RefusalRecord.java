package dev.emovox.contracts;

/**
 * A closed gate that is to be recorded.
 *
 * @param step the promotion it is about
 * @param verdict what the gate said
 */
public record RefusalRecord(PromotionStep step, GateVerdict verdict) {}
