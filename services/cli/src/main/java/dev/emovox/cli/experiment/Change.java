package dev.emovox.cli.experiment;

/**
 * One setting that replaces a file's.
 *
 * @param path for example {@code splits[0].test} or {@code splits[*].test}
 * @param value YAML
 * @param origin what messages call the place that it comes from, such as {@code --set}
 */
record Change(String path, String value, String origin) {}
