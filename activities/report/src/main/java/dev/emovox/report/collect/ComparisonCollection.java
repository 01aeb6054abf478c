package dev.emovox.report.collect;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.McNemar;
import dev.emovox.evaluation.PairedBootstrap;
import dev.emovox.evaluation.PairedClips;
import dev.emovox.report.data.PairedComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares each two models of a split on the same test clips. */
final class ComparisonCollection {
  private final Readings readings;
  private final Bootstrap bootstrap;

  /** Compares with the given seed of resamples. */
  ComparisonCollection(Readings readings, long seed) {
    this.readings = readings;
    this.bootstrap = Bootstrap.standard(seed);
  }

  /** Every pair of the models of each split, the better one of a pair first. */
  List<PairedComparison> collect(List<TestedModel> models) {
    List<PairedComparison> all = new ArrayList<>();
    models.stream()
        .map(model -> model.result().split())
        .distinct()
        .forEach(split -> all.addAll(adjusted(pairs(ranked(models, split)))));
    return List.copyOf(all);
  }

  /** By unweighted average recall on the test; equal ones in the plan's order. */
  private static List<TestedModel> ranked(List<TestedModel> models, String split) {
    return models.stream()
        .filter(model -> model.result().split().equals(split) && !model.clips().isEmpty())
        .sorted(
            Comparator.comparingDouble((TestedModel model) -> model.result().recall()).reversed())
        .toList();
  }

  private List<PairedComparison> pairs(List<TestedModel> ranked) {
    List<PairedComparison> pairs = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      for (int j = i + 1; j < ranked.size(); j++) {
        compare(ranked.get(i), ranked.get(j)).ifPresent(pairs::add);
      }
    }
    return pairs;
  }

  private Optional<PairedComparison> compare(TestedModel first, TestedModel second) {
    try {
      PairedClips clips = PairedClips.of(first.clips(), second.clips());
      McNemar test = McNemar.of(clips);
      return Optional.of(
          new PairedComparison(
              first.result().split(),
              first.result().name(),
              second.result().name(),
              test,
              test.pValue(),
              new PairedBootstrap(bootstrap).differences(clips)));
    } catch (InvalidInputException e) {
      readings.note(
          "%s and %s on %s are not compared: %s"
              .formatted(
                  first.result().name(),
                  second.result().name(),
                  first.result().split(),
                  e.getMessage()));
      return Optional.empty();
    }
  }

  /** With the p-values of Holm's procedure (Holm 1979). */
  static List<PairedComparison> adjusted(List<PairedComparison> pairs) {
    List<PairedComparison> byChance = new ArrayList<>(pairs);
    byChance.sort(Comparator.comparingDouble(pair -> pair.test().pValue()));
    List<PairedComparison> adjusted = new ArrayList<>(pairs);
    double before = 0;
    for (int i = 0; i < byChance.size(); i++) {
      PairedComparison pair = byChance.get(i);
      before = Math.max(before, Math.min(1, (byChance.size() - i) * pair.test().pValue()));
      adjusted.set(pairs.indexOf(pair), withAdjusted(pair, before));
    }
    return adjusted;
  }

  private static PairedComparison withAdjusted(PairedComparison pair, double p) {
    return new PairedComparison(
        pair.split(), pair.first(), pair.second(), pair.test(), p, pair.differences());
  }
}
