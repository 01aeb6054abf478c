package dev.emovox.audit.rules.packages;

import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.List;
import java.util.stream.Stream;

/** A package was made from the run's manifest, split and tables. */
final class MadeFromTheRun {
  static final RuleText TEXT =
      RuleText.error(
          "provenance-differs",
          "The package says that it was made from other data than the run's record names: the manifest, the split or a table was exchanged after the model was packed, or the package is of another run.",
          "Compare the run's record with a backup; the digests in the package are sealed, those in the record are not.");

  private MadeFromTheRun() {}

  static Stream<Breach> breaches(String subject, List<String> differences) {
    return differences.isEmpty()
        ? Stream.empty()
        : Stream.of(new Breach(subject, String.join("; ", differences)));
  }
}
