package dev.emovox.ledger.promotion;

import dev.emovox.ledger.entry.ServedModel;

/**
 * A version that could be served, verified, and what was when it was looked at.
 *
 * @param model the version, and the one that is served instead
 * @param head number of the ledger's last entry; 0 if there is none
 */
public record Prospect(ServedModel model, long head) {}
