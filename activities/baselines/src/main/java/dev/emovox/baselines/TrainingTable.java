package dev.emovox.baselines;

import dev.emovox.domain.LabelSet;
import java.util.List;

/**
 * The clips that a model is fitted on. The arrays are not copied; nobody may change them later.
 *
 * @param featureNames a name for each column of {@code features}
 * @param features one row a clip
 * @param labels class index of each row, a position in {@code labelSet}
 * @param labelSet the ordered classes
 */
@SuppressWarnings("ArrayRecordComponent") // plain numeric tables; never compared
public record TrainingTable(
    List<String> featureNames, double[][] features, int[] labels, LabelSet labelSet) {}
