/** Forms in which lineage is given to people and to programs. */
package dev.emovox.cli.lineage;
