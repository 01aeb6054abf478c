package dev.emovox.ledger.chain;

/**
 * A breach of a rule, in the form that audits give.
 *
 * @param rule which
 * @param severity {@code error} or {@code warning}
 * @param subject what it was found at
 * @param evidence what was found there
 * @param meaning what that means
 * @param action what to do
 */
public record Finding(
    Rule rule, String severity, String subject, String evidence, String meaning, String action) {

  /** A finding at any subject. */
  public static Finding of(Rule rule, String subject, String evidence) {
    return new Finding(rule, rule.severity(), subject, evidence, rule.meaning(), rule.action());
  }

  /** A finding at an entry. */
  public static Finding at(long number, Rule rule, String evidence) {
    return of(rule, subject(number), evidence);
  }

  private static String subject(long number) {
    return "entry " + number;
  }

  /** Whether it was found at an entry. */
  public boolean isAt(long number) {
    return subject.equals(subject(number));
  }
}
