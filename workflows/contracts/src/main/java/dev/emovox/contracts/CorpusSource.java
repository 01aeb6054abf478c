package dev.emovox.contracts;

/**
 * A corpus as the run knows it. The definition travels whole, so that the history says which rules
 * were applied.
 *
 * @param name the corpus' name
 * @param definition the YAML text of its definition
 */
public record CorpusSource(String name, String definition) {}
