package dev.emovox.audit.finding;

/**
 * A breach of a rule, as audits give it.
 *
 * @param rule name of the rule
 * @param severity how much it weighs
 * @param subject what it was found at
 * @param evidence what was found there
 * @param meaning what that means
 * @param action what to do
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    String evidence,
    String meaning,
    String action) {}
