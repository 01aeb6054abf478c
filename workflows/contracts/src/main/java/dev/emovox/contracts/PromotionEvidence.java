package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * Bytes that a decision rests on.
 *
 * @param name what they are
 * @param digest SHA-256
 */
public record PromotionEvidence(String name, Digest digest) {}
