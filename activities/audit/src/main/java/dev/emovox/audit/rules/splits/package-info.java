/** Rules about splits: nothing on two sides. */
package dev.emovox.audit.rules.splits;
