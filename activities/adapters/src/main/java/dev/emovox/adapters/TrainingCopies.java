package dev.emovox.adapters;

import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.FeatureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of copies of training clips, held against the clips that they are copies of: a model
 * must never learn from a copy of what it is tested on.
 *
 * @param rows the features, in the set's order
 */
record TrainingCopies(List<FeatureRow> rows) {

  /**
   * The columns of an augmented set that tell what a row is a copy of.
   *
   * @param id of the copy
   * @param sourceId of the clip
   */
  record Origin(String id, String sourceId) {}

  /** No copies. */
  static TrainingCopies none() {
    return new TrainingCopies(List.of());
  }

  /**
   * Checks every copy.
   *
   * @throws WorkFailedException if the features are of other copies, or a copy's source is not in
   *     the training part, or has another class or speaker
   */
  static TrainingCopies of(
      List<FeatureRow> features, List<Origin> origins, LabelledFeatures clips) {
    Map<String, FeatureRow> sources = new HashMap<>();
    clips.part(SplitPart.TRAIN).forEach(clip -> sources.put(clip.id(), clip));
    if (features.size() != origins.size()) {
      throw new WorkFailedException(
          "There are features of %d copies, and the augmented set has %d."
              .formatted(features.size(), origins.size()));
    }
    for (int i = 0; i < features.size(); i++) {
      check(features.get(i), origins.get(i), sources.get(origins.get(i).sourceId()));
    }
    return new TrainingCopies(features);
  }

  private static void check(FeatureRow copy, Origin origin, FeatureRow source) {
    if (!copy.id().equals(origin.id())) {
      throw new WorkFailedException(
          "The features of the copy %s stand where those of %s should."
              .formatted(copy.id(), origin.id()));
    }
    if (source == null) {
      throw new WorkFailedException(
          "The copy %s is of %s, which is not in the training part of the split."
              .formatted(copy.id(), origin.sourceId()));
    }
    if (!copy.emotion().equals(source.emotion()) || !copy.speaker().equals(source.speaker())) {
      throw new WorkFailedException(
          "The copy %s is %s by %s, and its source %s by %s."
              .formatted(
                  copy.id(), copy.emotion(), copy.speaker(), source.emotion(), source.speaker()));
    }
  }
}
