package dev.emovox.corpora.splits;

import java.util.List;

/**
 * Clips that must stay on one side of a split.
 *
 * @param ids their ids, sorted, at least one
 * @param stratum what every part should have its share of: the emotion, or the speaker's sex
 */
public record Unit(List<String> ids, String stratum) {

  /** The name by which the unit is put in order: its first id. */
  String key() {
    return ids.get(0);
  }

  int size() {
    return ids.size();
  }
}
