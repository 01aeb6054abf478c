/** The steps of a promotion on the real servers: package, gate, ledger, alias, service. */
package dev.emovox.adapters.promotion;
