/** The one JSON text of what is hashed and signed. */
package dev.emovox.ledger.json;
