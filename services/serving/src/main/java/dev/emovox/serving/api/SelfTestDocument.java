package dev.emovox.serving.api;

/**
 * The self-test that the model passed when it was loaded.
 *
 * @param clips how many clips of its package were answered again
 * @param tolerance by how much a probability may differ from that of the package
 */
public record SelfTestDocument(int clips, double tolerance) {}
