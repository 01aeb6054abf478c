package dev.emovox.cli.prediction;

/**
 * Which model answered.
 *
 * @param version number in the registry; null for a package that was given as a folder
 * @param digest the package
 */
public record ModelName(String version, String digest) {}
