package dev.emovox.cli.experiment;

import dev.emovox.report.published.PublishedResults;
import java.util.List;

/** What must hold in published figures: a percentage is easily written for a share. */
final class PublishedRules {
  private final Requirements require;

  PublishedRules(Requirements require) {
    this.require = require;
  }

  void check(String path, PublishedResults results) {
    List<PublishedResults.Model> models =
        results.comparison().map(PublishedResults.Comparison::models).orElse(List.of());
    for (int i = 0; i < models.size(); i++) {
      String at = path + ".comparison.models[" + i + "]";
      require.share(at + ".accuracy", models.get(i).accuracy());
      require.share(at + ".weighted_f1", models.get(i).weightedF1());
    }
    results.clips().ifPresent(clips -> require.atLeast(1, path + ".clips", clips));
    results.classes().ifPresent(classes -> check(path + ".classes", classes));
    for (int i = 0; i < results.stages().size(); i++) {
      check(path + ".stages[" + i + "]", results.stages().get(i));
    }
  }

  private void check(String path, PublishedResults.Classes classes) {
    for (int i = 0; i < classes.rows().size(); i++) {
      PublishedResults.ClassRow row = classes.rows().get(i);
      String at = path + ".rows[" + i + "]";
      require.share(at + ".precision", row.precision());
      require.share(at + ".recall", row.recall());
      require.share(at + ".f1", row.f1());
      require.atLeast(1, at + ".support", row.support());
    }
  }

  private void check(String path, PublishedResults.Stage stage) {
    for (int i = 0; i < stage.epochs().size(); i++) {
      String at = path + ".epochs[" + i + "]";
      require.notNegative(at + ".loss", stage.epochs().get(i).loss());
      require.share(at + ".accuracy", stage.epochs().get(i).accuracy());
    }
    require.that(
        stage.selectedEpoch() >= 1 && stage.selectedEpoch() <= stage.epochs().size(),
        path + ".selected_epoch",
        "is %d, but %d epochs are listed.".formatted(stage.selectedEpoch(), stage.epochs().size()));
  }
}
