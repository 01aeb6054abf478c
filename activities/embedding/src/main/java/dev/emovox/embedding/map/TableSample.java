package dev.emovox.embedding.map;

import dev.emovox.domain.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * At most so many clips of a table that passes by row by row, drawn by their ids and a seed: no
 * more than these are held. Not safe for use by several threads at once.
 */
public final class TableSample {
  private static final Comparator<Row> BY_DRAW =
      Comparator.comparing(Row::draw).thenComparing(Row::number);

  private final int most;
  private final long seed;
  private final PriorityQueue<Row> drawn = new PriorityQueue<>(BY_DRAW.reversed());
  private int passed;

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(String draw, int number, ClipLabels clip, double[] values) {}

  /**
   * An empty sample.
   *
   * @param most clips, at least one
   */
  public TableSample(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** The next row of the table. */
  public void add(ClipLabels clip, double[] values) {
    drawn.add(new Row(Digest.of(seed + "\n" + clip.id()).hex(), passed, clip, values));
    passed++;
    if (drawn.size() > most) {
      drawn.remove();
    }
  }

  /** How many rows passed. */
  public int passed() {
    return passed;
  }

  /** Those that were drawn, in the table's order. */
  public LabelledTable table() {
    List<Row> rows = drawn.stream().sorted(Comparator.comparing(Row::number)).toList();
    return new LabelledTable(
        rows.stream().map(Row::clip).toList(),
        rows.stream().map(Row::values).toArray(double[][]::new));
  }
}
