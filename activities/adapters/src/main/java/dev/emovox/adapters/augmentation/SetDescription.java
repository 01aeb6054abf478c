package dev.emovox.adapters.augmentation;

import dev.emovox.contracts.AugmentationRange;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.Digest;
import java.util.List;

/**
 * How an augmented set came about; stored beside it for people.
 *
 * @param manifest digest of the clips' manifest
 * @param split digest of the split whose training part was copied
 * @param firstRow first row of the manifest that was looked at, from 0
 * @param endRow row after the last
 * @param copiesOfClip how many copies of each clip were asked for
 * @param sampleRate hertz
 * @param seed of the run
 * @param steps the pipeline
 * @param format of the copies' files
 * @param copies how many there are
 * @param rejects how many could not be made
 */
record SetDescription(
    Digest manifest,
    Digest split,
    int firstRow,
    int endRow,
    int copiesOfClip,
    int sampleRate,
    long seed,
    List<AugmentationStep> steps,
    String format,
    int copies,
    int rejects) {

  static SetDescription of(AugmentationRange range, AugmentedSet set) {
    return new SetDescription(
        range.manifest().digest(),
        range.split().digest(),
        range.firstRow(),
        range.endRow(),
        range.augmentation().copies(),
        range.augmentation().sampleRate(),
        range.seed(),
        range.augmentation().steps(),
        "WAV, one channel, 16 bits",
        set.copies().size(),
        set.rejects().size());
  }
}
