package dev.emovox.embedding.map;

import dev.emovox.domain.Digest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
    Map<Integer, String> draws = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      draws.put(i, Digest.of(seed + "\n" + clips.get(i).id()).hex());
    }
    int[] drawn =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> draws.get(i)).thenComparing(i -> i))
            .limit(most)
            .sorted()
            .mapToInt(Integer::intValue)
            .toArray();
    return new LabelledTable(
        IntStream.of(drawn).mapToObj(clips::get).toList(),
        IntStream.of(drawn).mapToObj(i -> values[i]).toArray(double[][]::new));
  }
}
