/**
 * What makes a chain of entries valid: each is signed by the key in force and names the digest of
 * the one before it.
 */
package dev.emovox.ledger.chain;
