package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what finished stages made, under {@code cache/STAGE/KEY.json}. A stage is found only
 * after every byte of every output was read and verified; whatever is missing, changed or
 * unreadable makes a miss, and the log says why. A server that is away is no miss: that is thrown.
 *
 * <p>Safe for use by several threads; of several that record one stage the last one stays.
 */
public final class StepCache {
  private static final Logger LOG = System.getLogger(StepCache.class.getName());
  private static final int LARGEST_RECORD = 1 << 20;
  private static final int LARGEST_SUMMARY = 1 << 18;
  private static final ArtifactKind KIND = ArtifactKind.json("cache");

  private final ArtifactStore store;
  private final StepRecordFormat format = new StepRecordFormat();

  /** A cache beside the artefacts of {@code store}. */
  public StepCache(ArtifactStore store) {
    this.store = store;
  }

  /** The outputs of a stage that was recorded and whose bytes are all as they were. */
  public Optional<List<CachedOutput>> find(StepKey key) {
    return findStep(key).map(CachedStep::outputs);
  }

  /** Like {@link #find}, with the summary. */
  public Optional<CachedStep> findStep(StepKey key) {
    Optional<byte[]> content = store.bucket().readSmall(key.objectKey(), LARGEST_RECORD);
    if (content.isEmpty()) {
      return miss(key, "it was not recorded");
    }
    CachedStep step;
    try {
      step = format.read(content.get(), key);
    } catch (InvalidInputException e) {
      return miss(key, e.getMessage());
    }
    Optional<String> defect = firstDefect(step);
    return defect.isPresent() ? miss(key, defect.get()) : Optional.of(step);
  }

  /**
   * All that is recorded of a stage, whatever its key, without a look at the outputs. Records that
   * can't be read, and so would not be found either, are left out.
   *
   * @param stage name of the stage
   */
  public List<CachedStep> recorded(String stage) {
    List<StepKey> keys = new ArrayList<>();
    store
        .bucket()
        .list(StepKey.folder(stage), seen -> StepKey.ofObject(seen.key()).ifPresent(keys::add));
    List<CachedStep> steps = new ArrayList<>();
    for (StepKey key : keys) {
      try {
        store
            .bucket()
            .readSmall(key.objectKey(), LARGEST_RECORD)
            .ifPresent(content -> steps.add(format.read(content, key)));
      } catch (InvalidInputException e) {
        LOG.log(Level.INFO, "Record of stage {0} is left out: {1}", key, e.getMessage());
      }
    }
    return steps;
  }

  private Optional<String> firstDefect(CachedStep step) {
    return step.outputs().stream()
        .flatMap(
            output ->
                defect(output.artifact()).stream()
                    .map(reason -> "output '" + output.name() + "': " + reason))
        .findFirst();
  }

  private Optional<String> defect(ArtifactRef artifact) {
    return store.bucket().holds(artifact.uri())
        ? store.defect(artifact)
        : Optional.of("it is at " + artifact.uri() + ", outside this bucket");
  }

  private static Optional<CachedStep> miss(StepKey key, String reason) {
    LOG.log(Level.INFO, "Stage {0} will run: {1}", key, reason);
    return Optional.empty();
  }

  /** Remembers what a stage made. */
  public void record(StepKey key, List<CachedOutput> outputs) {
    record(key, CachedStep.of(outputs));
  }

  /**
   * Remembers what a stage made and its summary.
   *
   * @throws IllegalArgumentException if the summary is no JSON or larger than 256 KiB
   */
  public void record(StepKey key, CachedStep step) {
    if (step.summary().length() > LARGEST_SUMMARY) {
      throw new IllegalArgumentException("a summary of " + step.summary().length() + " characters");
    }
    byte[] content = format.write(key, step);
    store.bucket().put(key.objectKey(), Upload.of(content, KIND), WriteCondition.NONE);
  }
}
