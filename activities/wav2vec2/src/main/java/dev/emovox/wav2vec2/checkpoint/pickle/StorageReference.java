package dev.emovox.wav2vec2.checkpoint.pickle;

/**
 * A run of elements outside of the pickle, which one or several tensors look at.
 *
 * @param type of its elements
 * @param key by which the file finds it
 * @param elements how many, not negative
 */
public record StorageReference(StorageType type, String key, long elements) {}
