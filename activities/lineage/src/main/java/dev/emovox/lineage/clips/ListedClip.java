package dev.emovox.lineage.clips;

/**
 * The columns of a manifest that say which clip it is.
 *
 * @param id corpus, then the path below its folder
 * @param corpus name of the corpus
 * @param path where it was found, below the data root
 * @param contentDigest SHA-256 of its file
 * @param speaker who speaks
 * @param emotion its class
 * @param seconds length
 */
record ListedClip(
    String id,
    String corpus,
    String path,
    String contentDigest,
    String speaker,
    String emotion,
    double seconds) {}
