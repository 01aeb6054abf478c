package dev.emovox.records.rows;

import dev.emovox.domain.SplitPart;
import java.util.List;

/**
 * A copy of a training clip; a row of an augmented set. Its first columns are those of a manifest,
 * so that whatever reads manifests reads augmented sets: what is computed of clips can be computed
 * of copies. Corpus, speaker, emotion and all that is known of the recording are the source's.
 *
 * @param id of the source, {@code #} and the copy's number
 * @param corpus as in the manifest
 * @param path where the source was found
 * @param contentDigest of the copy's WAV file, by which it is stored
 * @param audioDigest empty: copies are not looked through for duplicates
 * @param speaker as in the manifest
 * @param sex as in the manifest
 * @param sentence as in the manifest
 * @param emotion as in the manifest
 * @param intensity as in the manifest
 * @param repetition as in the manifest
 * @param container {@code wav}
 * @param sampleRate of the copy, hertz
 * @param channels of the copy, 1
 * @param seconds of the copy
 * @param bytes of the copy's file
 * @param sourceId the clip that it is a copy of
 * @param sourceDigest of that clip's file
 * @param part the source's, and the copy's
 * @param version number of the copy among those of its source, from 1
 * @param seed of all that was drawn for it
 * @param steps what was done, in order, each as JSON with the one strength that was drawn
 * @param attenuation decibels by which it is softer than the steps made it, so that it fits into 16
 *     bits; 0 where it did
 */
public record AugmentedRow(
    String id,
    String corpus,
    String path,
    String contentDigest,
    String audioDigest,
    String speaker,
    String sex,
    String sentence,
    String emotion,
    String intensity,
    String repetition,
    String container,
    int sampleRate,
    int channels,
    double seconds,
    long bytes,
    String sourceId,
    String sourceDigest,
    SplitPart part,
    int version,
    long seed,
    List<String> steps,
    double attenuation) {}
