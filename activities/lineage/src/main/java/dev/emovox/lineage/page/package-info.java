/** A graph as one web page that needs nothing else: a picture, and a table of all that it shows. */
package dev.emovox.lineage.page;
