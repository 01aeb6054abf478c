package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of features has a row for every clip of the manifest, with its label and speaker. */
public final class FeaturesOfClips implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "features-of-other-clips",
          "What the model learnt from and was tested on are not the clips of the manifest, or have other labels there.",
          "Delete the table of features and run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    Map<String, ManifestRow> left = new TreeMap<>(baseline.tested().run().manifest());
    List<String> wrong = new ArrayList<>();
    for (FeatureRow row : baseline.features()) {
      ManifestRow clip = left.remove(row.id());
      if (clip == null) {
        wrong.add(row.id() + " is not in the manifest, or twice in the table");
      } else if (!clip.emotion().equals(row.emotion()) || !clip.speaker().equals(row.speaker())) {
        wrong.add(
            "%s is %s by %s in the table and %s by %s in the manifest"
                .formatted(row.id(), row.emotion(), row.speaker(), clip.emotion(), clip.speaker()));
      }
    }
    left.keySet().forEach(id -> wrong.add(id + " has no features"));
    return wrong.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(baseline.tested().subject(), Listing.of(wrong)));
  }
}
