package dev.emovox.gate;

import dev.emovox.domain.Digest;
import java.util.List;

/**
 * What a gate found; kept as a JSON artefact.
 *
 * @param gate the gate's name
 * @param gateDigest SHA-256 of its text
 * @param version the version that was judged
 * @param packageDigest its package
 * @param champion the version that was served then; null if none was
 * @param championPackage the champion's package; null if there was none
 * @param passed whether every check passed
 * @param checks all of them, in a fixed order
 */
public record GateReport(
    String gate,
    Digest gateDigest,
    String version,
    Digest packageDigest,
    String champion,
    Digest championPackage,
    boolean passed,
    List<GateCheck> checks) {

  /** Why the gate is closed, a sentence for each check that failed. */
  public List<String> objections() {
    return checks.stream()
        .filter(check -> !check.passed())
        .map(check -> check.name() + ": " + check.reason())
        .toList();
  }
}
