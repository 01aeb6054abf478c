package dev.emovox.cli.experiment;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.domain.Digest;

/** Makes sure that checkpoints are where workers find them. */
public interface CheckpointResolver {

  /**
   * A checkpoint that is stored already.
   *
   * @throws dev.emovox.domain.InvalidInputException if it is not
   */
  ResolvedCheckpoint stored(Digest digest);

  /**
   * A checkpoint from elsewhere, which is stored unless it is already.
   *
   * @throws dev.emovox.domain.EmovoxException if it can't be had
   */
  ResolvedCheckpoint imported(ImportSource source);
}
