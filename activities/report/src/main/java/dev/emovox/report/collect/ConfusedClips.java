package dev.emovox.report.collect;

import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.report.data.ConfusedClip;
import dev.emovox.report.data.ModelResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the clips that models are most wrong about: those where the class that was given has most
 * more probability than the true one.
 */
final class ConfusedClips {
  /** In all, over the splits. */
  static final int MOST = 10;

  private final Map<String, ManifestClip> places;

  ConfusedClips(Optional<List<ManifestClip>> manifest) {
    places =
        manifest.orElse(List.of()).stream()
            .collect(Collectors.toMap(ManifestClip::id, Function.identity(), (one, two) -> one));
  }

  /** Those of the best model of each split, by unweighted average recall on validation. */
  List<ConfusedClip> collect(List<TestedModel> models) {
    List<String> splits = models.stream().map(model -> model.result().split()).distinct().toList();
    List<ConfusedClip> found = new ArrayList<>();
    for (String split : splits) {
      models.stream()
          .filter(model -> model.result().split().equals(split) && isReadable(model))
          .reduce((best, next) -> validation(next) > validation(best) ? next : best)
          .ifPresent(best -> found.addAll(of(best, Math.max(1, MOST / splits.size()))));
    }
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /** Models whose calibration could be measured have probabilities for every class. */
  private static boolean isReadable(TestedModel model) {
    return model.result().calibration() != null;
  }

  private static double validation(TestedModel model) {
    return model.result().validationUnweightedAverageRecall();
  }

  private List<ConfusedClip> of(TestedModel model, int most) {
    return model.clips().stream()
        .filter(clip -> !clip.label().equals(clip.predicted()))
        .map(clip -> confused(model.result(), clip))
        .sorted(
            Comparator.comparingDouble(
                    (ConfusedClip clip) ->
                        clip.probabilityOfLabel() - clip.probabilityOfPredicted())
                .thenComparing(ConfusedClip::id))
        .limit(most)
        .toList();
  }

  private ConfusedClip confused(ModelResult model, ScoredClip clip) {
    LabelSet labels = model.labels();
    return new ConfusedClip(
        model.split(),
        model.name(),
        clip.id(),
        clip.corpus(),
        clip.speaker(),
        clip.label(),
        clip.predicted(),
        clip.probabilities().get(labels.index(clip.predicted())),
        clip.probabilities().get(labels.index(clip.label())),
        Optional.ofNullable(places.get(clip.id())).map(ManifestClip::audio).orElse(null));
  }
}
