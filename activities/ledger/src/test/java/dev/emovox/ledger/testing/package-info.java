/** Stand-ins for what the ledger lies on. */
package dev.emovox.ledger.testing;
