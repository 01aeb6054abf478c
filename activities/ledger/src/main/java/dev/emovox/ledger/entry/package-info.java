/** Entries of the ledger and their written form, an in-toto statement in a signed envelope. */
package dev.emovox.ledger.entry;
