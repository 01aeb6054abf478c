/**
 * What of a ledger lies on a machine that uses it: private keys, and the memory of what was seen.
 */
package dev.emovox.ledger.machine;
