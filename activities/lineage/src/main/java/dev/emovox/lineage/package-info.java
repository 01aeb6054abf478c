/** From clips to predictions and back: the graph of what was made from what. */
package dev.emovox.lineage;
