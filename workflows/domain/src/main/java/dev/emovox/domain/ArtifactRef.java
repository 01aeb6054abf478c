package dev.emovox.domain;

/**
 * Where an immutable artefact is stored and what its bytes must be. This, and never the content, is
 * what passes between stages.
 *
 * @param uri {@code s3://BUCKET/KEY}
 * @param digest SHA-256 of the stored bytes
 * @param bytes size of the stored content
 * @param mediaType RFC 6838 media type, for example {@code application/vnd.apache.parquet}
 * @param schemaVersion version of the format inside, starting at 1
 */
public record ArtifactRef(
    String uri, Digest digest, long bytes, String mediaType, int schemaVersion) {}
