package dev.emovox.adapters.augmentation;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPart;
import java.util.List;

/**
 * A copy of a training clip; a row of an augmented set. Its first columns are those of a manifest,
 * so that whatever reads manifests reads augmented sets: what is computed of clips can be computed
 * of copies. Corpus, speaker, emotion and all that is known of the recording are the source's.
 *
 * @param id of the source, {@code #} and the copy's number
 * @param corpus see {@link ManifestRow}
 * @param path where the source was found
 * @param contentDigest of the copy's WAV file, by which it is stored
 * @param audioDigest empty: copies are not looked through for duplicates
 * @param speaker see {@link ManifestRow}
 * @param sex see {@link ManifestRow}
 * @param sentence see {@link ManifestRow}
 * @param emotion see {@link ManifestRow}
 * @param intensity see {@link ManifestRow}
 * @param repetition see {@link ManifestRow}
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
    double attenuation) {

  /** A copy of {@code source}. */
  static AugmentedRow of(ManifestRow source, Copy copy) {
    return new AugmentedRow(
        source.id() + "#" + copy.version(),
        source.corpus(),
        source.path(),
        copy.digest().toString(),
        "",
        source.speaker(),
        source.sex(),
        source.sentence(),
        source.emotion(),
        source.intensity(),
        source.repetition(),
        "wav",
        copy.sampleRate(),
        1,
        copy.seconds(),
        copy.wav().length,
        source.id(),
        source.contentDigest(),
        SplitPart.TRAIN,
        copy.version(),
        copy.seed(),
        copy.steps(),
        copy.attenuation());
  }
}
