/** Ed25519 keys of the ledger and their files. */
package dev.emovox.ledger.key;
