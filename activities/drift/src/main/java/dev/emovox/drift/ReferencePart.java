package dev.emovox.drift;

import dev.emovox.domain.SplitPart;

/**
 * Where a part of a reference comes from.
 *
 * @param part the part of the split
 * @param clips how many of its clips were looked at
 */
public record ReferencePart(SplitPart part, int clips) {}
