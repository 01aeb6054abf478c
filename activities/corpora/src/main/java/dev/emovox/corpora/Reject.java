package dev.emovox.corpora;

/**
 * A file that was turned away.
 *
 * @param path where it is, below the data root, with {@code /} between folders
 * @param corpus the corpus that it belongs to; empty if none claims it
 * @param reason code of the reason, for example {@code truncated}; see {@link RejectReason}
 * @param detail what exactly is wrong, for a person
 */
public record Reject(String path, String corpus, String reason, String detail) {}
