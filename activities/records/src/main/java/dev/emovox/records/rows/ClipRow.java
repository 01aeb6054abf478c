package dev.emovox.records.rows;

import dev.emovox.domain.SplitPart;

/**
 * A clip of the training table; rows are sorted by id.
 *
 * @param id its id in the manifest
 * @param contentDigest SHA-256 of the stored file, {@code sha256:…}
 * @param corpus name of the corpus
 * @param speaker the corpus, a colon and the speaker
 * @param emotion its class
 * @param part what it is used for, after validation was drawn
 * @param seconds length after cutting
 * @param samples length at the network's rate after cutting, as far as it can be told without
 *     decoding; resampling may differ by one
 */
public record ClipRow(
    String id,
    String contentDigest,
    String corpus,
    String speaker,
    String emotion,
    SplitPart part,
    double seconds,
    long samples) {}
