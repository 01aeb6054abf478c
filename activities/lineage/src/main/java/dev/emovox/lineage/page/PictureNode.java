package dev.emovox.lineage.page;

import dev.emovox.lineage.graph.NodeKind;

/**
 * A box of the picture.
 *
 * @param id of this box and no other
 * @param kind what it is
 * @param title first line
 * @param subtitle second line
 * @param row id of the row of the table that says more
 */
record PictureNode(String id, NodeKind kind, String title, String subtitle, String row) {}
