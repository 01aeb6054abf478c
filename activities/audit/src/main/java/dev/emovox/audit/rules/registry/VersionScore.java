package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Scores;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The registry shows the scores that were measured. */
public final class VersionScore implements Rule<AuditedVersion> {
  private static final RuleText TEXT =
      RuleText.error(
          "registry-score-differs",
          "The registry shows other scores than were measured of this version, and who chooses by them chooses wrongly.",
          "Correct the tags in MLflow, and find out who changed them.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedVersion subject) {
    return subject.model().map(TestedModel::report).stream()
        .flatMap(report -> differences(subject.version().tags(), report.overall()).stream())
        .map(evidence -> new Breach(subject.subject(), evidence));
  }

  private static Optional<String> differences(Map<String, String> tags, Scores measured) {
    Map<String, String> expected = new TreeMap<>();
    expected.put("emovox.accuracy", Double.toString(measured.accuracy().value()));
    expected.put(
        "emovox.unweighted_average_recall",
        Double.toString(measured.unweightedAverageRecall().value()));
    Map<String, String> shown = new TreeMap<>();
    expected.keySet().stream()
        .filter(tags::containsKey)
        .forEach(key -> shown.put(key, tags.get(key)));
    return shown.equals(expected)
        ? Optional.empty()
        : Optional.of("it shows %s, measured were %s".formatted(shown, expected));
  }
}
