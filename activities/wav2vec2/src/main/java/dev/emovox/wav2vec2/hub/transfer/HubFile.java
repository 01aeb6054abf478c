package dev.emovox.wav2vec2.hub.transfer;

/**
 * A file of a repository as the hub describes it.
 *
 * @param name its name in the repository's top folder
 * @param bytes its size
 * @param digest what its content must have
 */
public record HubFile(String name, long bytes, FileDigest digest) {}
