package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.evidence.AuditedSplit;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.records.rows.ClipRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network's table of clips is the split's, but for its own draw of validation from what is not
 * the test's; a redrawn validation part keeps the split's promises.
 */
public final class TrainingTable implements Rule<AuditedNetwork> {
  private static final RuleText TEXT =
      RuleText.error(
          "training-table-differs",
          "The clips that the network learnt from and was tested on are not those of the split that its results name: test clips may have been learnt from.",
          "Don't rely on the scores; run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedNetwork network) {
    return network.tested().split().stream()
        .map(split -> differences(network, split))
        .filter(differences -> !differences.isEmpty())
        .map(differences -> new Breach(network.tested().subject(), Listing.of(differences)));
  }

  private static List<String> differences(AuditedNetwork network, AuditedSplit split) {
    Map<String, ManifestRow> clips = network.tested().run().manifest();
    Map<String, SplitPart> parts = split.parts();
    List<String> differences = new ArrayList<>();
    for (ClipRow row : network.clips()) {
      ManifestRow clip = clips.get(row.id());
      SplitPart part = parts.remove(row.id());
      if (clip == null || part == null) {
        differences.add(row.id() + " is not in the split, or twice in the table");
      } else if ((part == SplitPart.TEST) != (row.part() == SplitPart.TEST)) {
        differences.add("%s is in %s, by the split in %s".formatted(row.id(), row.part(), part));
      } else if (!row.contentDigest().equals(clip.contentDigest())
          || !row.emotion().equals(clip.emotion())) {
        differences.add(
            "%s is %s (%s), by the manifest %s (%s)"
                .formatted(
                    row.id(),
                    row.emotion(),
                    row.contentDigest(),
                    clip.emotion(),
                    clip.contentDigest()));
      }
    }
    parts.keySet().forEach(id -> differences.add(id + " is not in the table"));
    differences.addAll(crossing(network, split));
    return differences;
  }

  /**
   * Duplicates, and speakers where they are to be kept apart, on two sides of the redrawn parts.
   */
  private static List<String> crossing(AuditedNetwork network, AuditedSplit split) {
    boolean disjoint = split.settings().policy() == SplitPolicy.SPEAKER_DISJOINT;
    Map<String, SplitPart> sides = new HashMap<>();
    List<String> crossing = new ArrayList<>();
    for (ClipRow row : network.clips()) {
      for (String key :
          disjoint ? List.of(row.contentDigest(), row.speaker()) : List.of(row.contentDigest())) {
        SplitPart other = sides.putIfAbsent(key, row.part());
        if (other != null && other != row.part()) {
          crossing.add("%s of %s is in %s and %s".formatted(key, row.id(), row.part(), other));
        }
      }
    }
    return crossing;
  }
}
