package dev.emovox.records.rows;

import dev.emovox.contracts.EpochRequest;
import dev.emovox.domain.Digest;

/**
 * What an epoch was trained from. By {@code before} a walk leads from any weights back to the
 * checkpoint that the network started from.
 *
 * @param settings of its stage, as far as its numbers depend on them
 * @param stageIndex from 0
 * @param seed of the run
 * @param checkpoint digest of the index of the checkpoint that the network started from
 * @param clips digest of the training table
 * @param before digest of the record of the epoch that it went on from; null for a network's first
 * @param withOptimiser whether the optimiser's state was taken over from there
 */
public record EpochOrigin(
    LearningSettings settings,
    int stageIndex,
    long seed,
    Digest checkpoint,
    Digest clips,
    Digest before,
    boolean withOptimiser) {

  /** What a request says. */
  public static EpochOrigin of(EpochRequest request) {
    return new EpochOrigin(
        LearningSettings.of(request.stage()),
        request.stageIndex(),
        request.seed(),
        request.checkpoint().digest(),
        request.clips().digest(),
        request.before() == null ? null : request.before().digest(),
        request.before() != null && request.withOptimiser());
  }
}
