package dev.emovox.adapters.augmentation;

/**
 * A copy that could not be made; the others go on without it.
 *
 * @param sourceId the clip
 * @param sourceDigest of its file
 * @param version number of the copy, from 1
 * @param reason in words
 */
public record RejectedCopy(String sourceId, String sourceDigest, int version, String reason) {}
