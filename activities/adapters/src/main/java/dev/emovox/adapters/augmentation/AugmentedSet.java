package dev.emovox.adapters.augmentation;

import dev.emovox.records.rows.AugmentedRow;
import java.util.List;

/**
 * Copies of some clips.
 *
 * @param copies in the manifest's order, then by number
 * @param rejects those that could not be made
 */
record AugmentedSet(List<AugmentedRow> copies, List<RejectedCopy> rejects) {}
