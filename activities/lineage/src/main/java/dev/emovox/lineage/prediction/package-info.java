/** What serving remembers of its predictions, as far as lineage asks. */
package dev.emovox.lineage.prediction;
