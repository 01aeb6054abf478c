package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointOrigin;
import java.nio.file.Path;

/**
 * Files of a checkpoint on this machine.
 *
 * @param folder where they are
 * @param origin where they came from
 * @param end deletes what nobody needs afterwards
 */
record AcquiredCheckpoint(Path folder, CheckpointOrigin origin, Runnable end)
    implements AutoCloseable {

  @Override
  public void close() {
    end.run();
  }
}
