/** Runs and stages as events of OpenLineage, and how they get to a receiver. */
package dev.emovox.lineage.openlineage;
