package dev.emovox.audit.finding;

/**
 * The words of a rule.
 *
 * @param name by which findings name it: lower-case words with hyphens
 * @param severity how much a breach weighs
 * @param meaning what a breach means, for a reader who knows no code
 * @param action what to do about it
 */
public record RuleText(String name, Severity severity, String meaning, String action) {

  /** A rule whose breach is an error. */
  public static RuleText error(String name, String meaning, String action) {
    return new RuleText(name, Severity.ERROR, meaning, action);
  }

  /** A rule whose breach is a warning. */
  public static RuleText warning(String name, String meaning, String action) {
    return new RuleText(name, Severity.WARNING, meaning, action);
  }

  /** A rule whose breach is a note. */
  public static RuleText note(String name, String meaning, String action) {
    return new RuleText(name, Severity.NOTE, meaning, action);
  }

  /** The finding that a breach is. */
  public Finding finding(Breach breach) {
    return new Finding(name, severity, breach.subject(), breach.evidence(), meaning, action);
  }
}
