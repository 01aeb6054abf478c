/** Where lineage is read from. */
package dev.emovox.lineage.source;
