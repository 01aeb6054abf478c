package dev.emovox.adapters.augmentation;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.AugmentedRow;
import java.util.List;

/**
 * A changed copy of a clip, ready to be stored.
 *
 * @param version its number, from 1
 * @param seed of what was drawn
 * @param steps what was done, each as JSON
 * @param attenuation decibels by which it was made softer to fit into 16 bits
 * @param sampleRate hertz
 * @param seconds length
 * @param digest of the file
 * @param wav the file
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the store, never compared.
record Copy(
    int version,
    long seed,
    List<String> steps,
    double attenuation,
    int sampleRate,
    double seconds,
    Digest digest,
    byte[] wav) {

  /** The row of this copy of {@code source}. */
  AugmentedRow rowOf(ManifestRow source) {
    return new AugmentedRow(
        source.id() + "#" + version,
        source.corpus(),
        source.path(),
        digest.toString(),
        "",
        source.speaker(),
        source.sex(),
        source.sentence(),
        source.emotion(),
        source.intensity(),
        source.repetition(),
        "wav",
        sampleRate,
        1,
        seconds,
        wav.length,
        source.id(),
        source.contentDigest(),
        SplitPart.TRAIN,
        version,
        seed,
        steps,
        attenuation);
  }
}
