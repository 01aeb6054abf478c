package dev.emovox.audit.examiner;

import dev.emovox.audit.examination.Examination;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.audit.finding.Severity;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Locale;

/**
 * Takes over what the ledger's own rules found, and holds its decisions against the registry.
 *
 * @param examination where findings go
 */
public record LedgerExaminer(Examination examination) {
  private static final RuleText OTHER_PACKAGE =
      RuleText.error(
          "ledger-names-another-package",
          "The registry has another package under this version than the one that was decided on: its tags were changed afterwards.",
          "Believe the ledger. Correct the tags in MLflow, and find out who changed them.");

  /**
   * Goes through the ledger.
   *
   * @param found by the ledger's rules
   * @param decisions about models
   * @param versions of the registered model
   */
  public void examine(
      List<dev.emovox.ledger.chain.Finding> found,
      List<SignedEntry> decisions,
      List<ModelVersion> versions) {
    found.forEach(finding -> examination.add(translated(finding)));
    for (SignedEntry signed : decisions) {
      ServedModel decided = signed.entry().decision().model();
      versions.stream()
          .filter(version -> version.version().equals(decided.version()))
          .filter(version -> !isSame(version, decided))
          .map(version -> breach(signed, version))
          .forEach(breach -> examination.add(OTHER_PACKAGE.finding(breach)));
    }
  }

  private static boolean isSame(ModelVersion version, ServedModel decided) {
    return version.digest().filter(decided.packageDigest()::equals).isPresent();
  }

  private static Breach breach(SignedEntry signed, ModelVersion version) {
    return new Breach(
        "version " + version.version(),
        "entry %d decided on %s, the registry has %s"
            .formatted(
                signed.entry().number(),
                signed.entry().decision().model().packageDigest(),
                version.tags().get("emovox.digest")));
  }

  private static Finding translated(dev.emovox.ledger.chain.Finding finding) {
    return new Finding(
        finding.rule().word().replace('_', '-'),
        Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)),
        finding.subject(),
        finding.evidence(),
        finding.meaning(),
        finding.action());
  }
}
