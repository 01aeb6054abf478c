package dev.emovox.audit.finding;

/**
 * A place where a rule does not hold.
 *
 * @param subject what it was found at: a run, a model of it, an artefact, a version
 * @param evidence what was found there: numbers, names, digests
 */
public record Breach(String subject, String evidence) {}
