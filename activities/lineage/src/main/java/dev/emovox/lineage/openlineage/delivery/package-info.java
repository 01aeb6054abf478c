/** How events get to a receiver without ever holding up a run. */
package dev.emovox.lineage.openlineage.delivery;
