package dev.emovox.wav2vec2.hub;

/**
 * What a revision was found to be.
 *
 * @param commit its state, 40 hexadecimal digits
 * @param licence as the model's card names it, for example {@code apache-2.0}; empty if it does not
 */
record HubRevision(String commit, String licence) {}
