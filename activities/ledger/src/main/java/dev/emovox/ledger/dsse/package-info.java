/** Signed envelopes after the Dead Simple Signing Envelope (DSSE). */
package dev.emovox.ledger.dsse;
