package dev.emovox.ledger.promotion;

import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.ServedModel;

/**
 * That somebody agreed to a promotion, or refused it.
 *
 * @param agrees whether they agreed
 * @param by who and why
 * @param model the version it is about
 */
public record Opinion(boolean agrees, Decision.Reasoned by, ServedModel model) {}
