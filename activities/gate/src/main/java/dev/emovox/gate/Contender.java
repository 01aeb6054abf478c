package dev.emovox.gate;

import dev.emovox.domain.Digest;
import java.util.Map;
import java.util.Optional;

/**
 * A version that is judged, or held against another.
 *
 * @param version in the registry
 * @param packageDigest its package; null if something else registered the version
 * @param ownSplit the split that it was trained on; empty if no run tells
 * @param tests what it, or the same recipe on another split, said about test clips, by split
 * @param doubt why there are no tests, or why they can't be those of this package; empty if all is
 *     well
 */
public record Contender(
    String version,
    Digest packageDigest,
    Optional<String> ownSplit,
    Map<String, TestedModel> tests,
    Optional<String> doubt) {

  /** A version of which no test can be relied on. */
  public static Contender untested(String version, Digest packageDigest, String why) {
    return new Contender(version, packageDigest, Optional.empty(), Map.of(), Optional.of(why));
  }

  /**
   * Its test on a split.
   *
   * @param split its own if empty
   * @throws NotJudgedException if there is none, or none to be relied on
   */
  TestedModel test(Optional<String> split) {
    if (doubt.isPresent()) {
      throw new NotJudgedException(doubt.get());
    }
    String wanted = split.or(this::ownSplit).orElseThrow();
    TestedModel found = tests.get(wanted);
    if (found == null) {
      throw new NotJudgedException(
          "Version %s has no test on a split '%s'; its run has %s."
              .formatted(version, wanted, tests.keySet()));
    }
    return found;
  }
}
