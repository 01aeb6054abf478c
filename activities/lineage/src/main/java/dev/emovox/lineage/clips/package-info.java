/** Clips in tables of runs: in groups by corpus and part, or one of them. */
package dev.emovox.lineage.clips;
