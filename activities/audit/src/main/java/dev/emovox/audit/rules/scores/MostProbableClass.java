package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.ScoredClip;
import java.util.List;
import java.util.stream.Stream;

/** The predicted class is the most probable one, read by the run's class list. */
public final class MostProbableClass implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "prediction-not-the-most-probable",
          "Predicted classes are not those with the highest probabilities: the predictions were changed, or made with classes in another order.",
          "Delete the predictions and run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    LabelSet labels = model.run().labels();
    List<String> wrong =
        model.predictions().stream()
            .filter(clip -> !isMostProbable(clip, labels))
            .map(
                clip -> "%s: %s by %s".formatted(clip.id(), clip.predicted(), clip.probabilities()))
            .toList();
    return wrong.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Breach(
                model.subject(),
                "%d of %d clips: %s"
                    .formatted(wrong.size(), model.predictions().size(), Listing.of(wrong))));
  }

  private static boolean isMostProbable(ScoredClip clip, LabelSet labels) {
    int predicted = labels.labels().indexOf(clip.predicted());
    if (predicted < 0 || clip.probabilities().size() != labels.size()) {
      return false;
    }
    double probability = clip.probabilities().get(predicted);
    return clip.probabilities().stream().noneMatch(other -> other > probability);
  }
}
