package dev.emovox.audit.evidence;

import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.ArtifactRef;

/**
 * An artefact that a rule asked for can't be used. It is a finding of its own, once, and the rule
 * is left unanswered.
 */
public final class DefectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final RuleText MISSING =
      RuleText.error(
          "artifact-missing",
          "Something that the run made is not there any more, so what rests on it can't be checked.",
          "Restore the object from a backup or an older version of the bucket, or run the experiment again.");

  private static final RuleText CHANGED =
      RuleText.error(
          "artifact-changed",
          "The stored bytes are not those that the run recorded: someone or something changed them afterwards.",
          "Find out who can write in the bucket. Restore the object from an older version, or delete it and run the experiment again.");

  private static final RuleText UNREADABLE =
      RuleText.error(
          "artifact-unreadable",
          "The stored bytes are those that the record names, and they are not what they should be: the record was changed along with them, or a foreign program wrote them.",
          "Compare the run's record with a backup, and run the experiment again.");

  private final transient RuleText rule;
  private final transient Breach breach;

  private DefectException(RuleText rule, Breach breach, Throwable cause) {
    super(breach.subject() + ": " + breach.evidence(), cause);
    this.rule = rule;
    this.breach = breach;
  }

  /** Nothing lies there. */
  public static DefectException missing(ArtifactRef artifact) {
    return new DefectException(
        MISSING,
        new Breach(artifact.uri(), "%s was stored there".formatted(artifact.digest())),
        null);
  }

  /** Other bytes lie there. */
  public static DefectException changed(ArtifactRef artifact, Throwable cause) {
    return new DefectException(
        CHANGED,
        new Breach(
            artifact.uri(),
            "%s of %d bytes was stored there, and its bytes are others"
                .formatted(artifact.digest(), artifact.bytes())),
        cause);
  }

  /** The right bytes lie there, and are not what they should be. */
  public static DefectException unreadable(ArtifactRef artifact, Throwable cause) {
    return unreadable(artifact.uri(), cause);
  }

  /** The right bytes lie there, and are not what they should be. */
  public static DefectException unreadable(String where, Throwable cause) {
    return new DefectException(UNREADABLE, new Breach(where, cause.getMessage()), cause);
  }

  /** The finding that this is. */
  public Finding finding() {
    return rule.finding(breach);
  }
}
