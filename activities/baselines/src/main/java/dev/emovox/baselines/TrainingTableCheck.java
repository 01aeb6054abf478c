package dev.emovox.baselines;

import dev.emovox.domain.InvalidInputException;

/** Refuses tables that nothing can be learnt from. */
final class TrainingTableCheck {
  private final TrainingTable table;

  private TrainingTableCheck(TrainingTable table) {
    this.table = table;
  }

  /**
   * Verifies shapes, that every value is finite, and that each of at least two classes has a clip.
   *
   * @throws InvalidInputException otherwise
   */
  static void verify(TrainingTable table) {
    TrainingTableCheck check = new TrainingTableCheck(table);
    check.shapes();
    check.values();
    check.classes();
  }

  private void shapes() {
    require(!table.featureNames().isEmpty(), "it has no features");
    require(table.labelSet().size() >= 2, "there must be two classes at least");
    require(
        table.features().length == table.labels().length,
        table.features().length + " rows have " + table.labels().length + " labels");
    require(
        table.features().length >= table.labelSet().size(),
        table.features().length + " clips are fewer than " + table.labelSet().size() + " classes");
  }

  private void values() {
    int width = table.featureNames().size();
    for (int i = 0; i < table.features().length; i++) {
      double[] row = table.features()[i];
      require(
          row.length == width, "row " + i + " has " + row.length + " values instead of " + width);
      for (int j = 0; j < width; j++) {
        require(
            Double.isFinite(row[j]),
            "feature " + table.featureNames().get(j) + " of row " + i + " is " + row[j]);
      }
    }
  }

  private void classes() {
    int[] clips = new int[table.labelSet().size()];
    for (int i = 0; i < table.labels().length; i++) {
      int label = table.labels()[i];
      require(
          label >= 0 && label < clips.length,
          "the label of row " + i + " is " + label + ", not an index of " + table.labelSet());
      clips[label]++;
    }
    for (int c = 0; c < clips.length; c++) {
      require(clips[c] > 0, "class '" + table.labelSet().name(c) + "' has no clip");
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(
          "A model can't be fitted on this table: "
              + otherwise
              + ". Look at the feature table and the split that it was made from.");
    }
  }
}
