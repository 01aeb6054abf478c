/** Puts the graph together from records of runs, versions and decisions. */
package dev.emovox.lineage.building;
