package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.ScoredClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The predictions are of the test part's clips, each once, with the manifest's labels. */
public final class PredictionsOfTestPart implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "predictions-not-of-test-part",
          "The model was not tested on the test part, all of it and nothing else, with the labels of the manifest: scores are of other clips than they are said to be.",
          "Delete the predictions and run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    return model.split().stream()
        .map(split -> differences(model, split))
        .filter(differences -> !differences.isEmpty())
        .map(differences -> new Breach(model.subject(), Listing.of(differences)));
  }

  private static List<String> differences(TestedModel model, AuditedSplit split) {
    Map<String, ManifestRow> left = new TreeMap<>();
    split.clips(SplitPart.TEST).forEach(clip -> left.put(clip.id(), clip));
    Map<String, SplitPart> parts = split.parts();
    List<String> differences = new ArrayList<>();
    for (ScoredClip scored : model.predictions()) {
      ManifestRow clip = left.remove(scored.id());
      if (clip == null) {
        differences.add("%s is in %s, or twice".formatted(scored.id(), parts.get(scored.id())));
      } else if (!scored.label().equals(clip.emotion()) || !scored.corpus().equals(clip.corpus())) {
        differences.add(
            "%s is %s of %s, by the manifest %s of %s"
                .formatted(
                    scored.id(), scored.label(), scored.corpus(), clip.emotion(), clip.corpus()));
      }
    }
    left.keySet().forEach(id -> differences.add(id + " was not tested"));
    return differences;
  }
}
