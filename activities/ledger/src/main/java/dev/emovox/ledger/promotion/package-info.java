/**
 * Promotion and rollback of a registered model: its package is verified, the decision is written to
 * the ledger, and the registry's alias moves.
 */
package dev.emovox.ledger.promotion;
