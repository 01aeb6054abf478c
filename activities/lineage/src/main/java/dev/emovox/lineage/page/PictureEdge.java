package dev.emovox.lineage.page;

/**
 * A line of the picture.
 *
 * @param from id of the box on the left
 * @param to id of the box on the right
 * @param role what the one was to the other
 */
record PictureEdge(String from, String to, String role) {}
