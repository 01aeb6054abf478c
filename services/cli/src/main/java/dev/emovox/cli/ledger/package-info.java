/** What a look at all of a ledger tells. */
package dev.emovox.cli.ledger;
