/** Records of runs that never were, for tests. */
package dev.emovox.lineage.testing;
