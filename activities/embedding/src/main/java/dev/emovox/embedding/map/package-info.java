/** From a table of features to maps of its clips, their pictures and their coordinates. */
package dev.emovox.embedding.map;
