package dev.emovox.embedding.map;

import java.util.List;

/**
 * Features of clips.
 *
 * @param clips what is known of each
 * @param values one row a clip
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledTable(List<ClipLabels> clips, double[][] values) {

  public LabelledTable {
    clips = List.copyOf(clips);
    if (clips.size() != values.length) {
      throw new IllegalArgumentException(
          "%d clips have %d rows".formatted(clips.size(), values.length));
    }
  }

  /** At most so many clips in the table's order, drawn by their ids and the seed. */
  LabelledTable sample(int most, long seed) {
    if (clips.size() <= most) {
      return this;
    }
    TableSample sample = new TableSample(most, seed);
    for (int i = 0; i < values.length; i++) {
      sample.add(clips.get(i), values[i]);
    }
    return sample.table();
  }
}
