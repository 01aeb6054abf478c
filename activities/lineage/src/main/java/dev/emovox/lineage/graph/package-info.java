/** The graph of what was made from what: nodes, edges, and walks through them. */
package dev.emovox.lineage.graph;
