package dev.emovox.inference;

import dev.emovox.domain.Digest;

/**
 * What a model was made from.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split
 * @param features digest of the feature table
 * @param evaluation digest of the report of its test
 * @param codeVersion version of the program that fitted it
 */
public record Provenance(
    Digest manifest, Digest split, Digest features, Digest evaluation, String codeVersion) {}
