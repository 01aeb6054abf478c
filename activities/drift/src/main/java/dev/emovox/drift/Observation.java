package dev.emovox.drift;

/**
 * What is kept of an answered clip to tell drift.
 *
 * @param sound how it sounds
 * @param verdict what the model said of it
 */
public record Observation(Sound sound, Verdict verdict) {}
