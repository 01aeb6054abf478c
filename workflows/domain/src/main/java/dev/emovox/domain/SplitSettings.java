package dev.emovox.domain;

/**
 * How clips are divided into training, validation and test parts. The three shares add up to one.
 *
 * @param name what the split is called in results
 * @param policy how clips are assigned
 * @param train share of clips (random) or of each corpus' speakers (speaker-disjoint) for training
 * @param validation share for validation
 * @param test share for the test, touched once
 */
public record SplitSettings(
    String name, SplitPolicy policy, double train, double validation, double test) {}
