package dev.emovox.adapters;

import dev.emovox.baselines.TrainingTable;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A feature table joined with a split.
 *
 * @param rows the table in the manifest's order
 * @param parts the part of each clip
 * @param labels class order
 */
record LabelledFeatures(List<FeatureRow> rows, Map<String, SplitPart> parts, LabelSet labels) {

  /**
   * Joins the two by clip.
   *
   * @throws WorkFailedException if they are not about the same clips
   */
  static LabelledFeatures join(List<FeatureRow> rows, List<SplitRow> split, LabelSet labels) {
    Map<String, SplitPart> parts = new HashMap<>();
    split.forEach(row -> parts.put(row.id(), row.part()));
    if (parts.size() != rows.size()
        || !rows.stream().allMatch(row -> parts.containsKey(row.id()))) {
      throw new WorkFailedException(
          "The feature table has %d clips and the split %d, and they are not the same clips."
              .formatted(rows.size(), parts.size()));
    }
    return new LabelledFeatures(rows, parts, labels);
  }

  /** The clips of one part. */
  List<FeatureRow> part(SplitPart part) {
    return in(EnumSet.of(part));
  }

  /** The clips of some parts, and copies after them, as a table to fit on. */
  TrainingTable training(TrainingCopies copies, SplitPart first, SplitPart... others) {
    List<FeatureRow> chosen = new ArrayList<>(in(EnumSet.of(first, others)));
    chosen.addAll(copies.rows());
    double[][] features = chosen.stream().map(LabelledFeatures::vector).toArray(double[][]::new);
    int[] classes = chosen.stream().mapToInt(row -> labels.index(row.emotion())).toArray();
    return new TrainingTable(names(), features, classes, labels);
  }

  private List<FeatureRow> in(Set<SplitPart> wanted) {
    return rows.stream().filter(row -> wanted.contains(parts.get(row.id()))).toList();
  }

  static double[] vector(FeatureRow row) {
    return row.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private List<String> names() {
    return IntStream.range(0, rows.get(0).values().size()).mapToObj("f%02d"::formatted).toList();
  }
}
