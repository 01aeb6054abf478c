package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.List;

/**
 * What a checkpoint of work under way consists of.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param work digest of the work's key
 * @param number how far the work was
 * @param files in the order in which they were stored
 */
record TrainingCheckpointIndex(
    String format, int version, Digest work, long number, List<CheckpointObject> files) {
  private static final String FORMAT = "emovox-training-checkpoint";
  private static final int VERSION = 1;
  private static final int MOST_FILES = 16;
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  TrainingCheckpointIndex {
    files = List.copyOf(files);
  }

  TrainingCheckpointIndex(Digest work, long number, List<CheckpointObject> files) {
    this(FORMAT, VERSION, work, number, files);
  }

  byte[] write() {
    return JSON.writeIndented(this);
  }

  long bytes() {
    return files.stream().mapToLong(CheckpointObject::bytes).sum();
  }

  /**
   * Reads an index and checks that it is the one that is looked for.
   *
   * @throws WorkFailedException if it is not
   */
  static TrainingCheckpointIndex read(byte[] content, StepKey work, long number, String address) {
    try {
      TrainingCheckpointIndex index = JSON.read(content, TrainingCheckpointIndex.class);
      boolean known = FORMAT.equals(index.format()) && index.version() == VERSION;
      boolean sought = work.digest().equals(index.work()) && index.number() == number;
      if (known && sought && index.files().size() <= MOST_FILES) {
        return index;
      }
    } catch (InvalidInputException | IllegalArgumentException | NullPointerException e) {
      throw changed(address, e);
    }
    throw changed(address, null);
  }

  private static WorkFailedException changed(String address, Exception cause) {
    return new WorkFailedException(address + " is not what was stored there.", cause);
  }
}
