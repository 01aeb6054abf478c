package dev.emovox.corpora;

/**
 * A file or folder beside the clips that is no clip: documentation, tables, hidden files.
 *
 * @param path where it is, below the data root, with {@code /} between folders
 * @param reason why it was passed over, for a person
 */
public record IgnoredFile(String path, String reason) {}
