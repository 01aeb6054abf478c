/** What of the ledger lies on this machine, and what a look at all of it tells. */
package dev.emovox.cli.ledger;
