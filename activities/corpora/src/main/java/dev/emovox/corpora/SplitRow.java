package dev.emovox.corpora;

import dev.emovox.domain.SplitPart;

/**
 * Which part of a split a clip is in.
 *
 * @param id the clip's id in the manifest
 * @param part the part
 */
public record SplitRow(String id, SplitPart part) {}
