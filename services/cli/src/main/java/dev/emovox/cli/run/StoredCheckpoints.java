package dev.emovox.cli.run;

import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.experiment.CheckpointResolver;
import dev.emovox.cli.experiment.ResolvedCheckpoint;
import dev.emovox.cli.workplace.Checkpoints;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.util.OptionalInt;

/** Imports into the workplace's store, which is reached when it is needed. */
final class StoredCheckpoints implements CheckpointResolver {
  private final Workplace workplace;
  private final TransferListener transfers;

  StoredCheckpoints(Workplace workplace, TransferListener transfers) {
    this.workplace = workplace;
    this.transfers = transfers;
  }

  @Override
  public ResolvedCheckpoint stored(Digest digest) {
    try (Checkpoints checkpoints = workplace.checkpoints()) {
      if (!checkpoints.isStored(digest)) {
        throw new InvalidInputException(
            "%s is not stored. Import it with `./emovox model import`, which prints its digest, or name where it is to be had."
                .formatted(digest));
      }
      return new ResolvedCheckpoint(digest, OptionalInt.empty(), "");
    }
  }

  @Override
  public ResolvedCheckpoint imported(ImportSource source) {
    requireService();
    try (Checkpoints checkpoints = workplace.checkpoints()) {
      transfers.say("Importing " + source);
      ImportedCheckpoint imported = checkpoints.importFrom(source, transfers);
      return new ResolvedCheckpoint(
          imported.facts().digest(),
          OptionalInt.of(imported.facts().layers()),
          origin(imported.origin()));
    }
  }

  /** Before gigabytes come for a run that could not be started. */
  private void requireService() {
    workplace.runs().close();
  }

  private static String origin(CheckpointOrigin origin) {
    return origin.commit() == null
        ? "imported from " + origin.source()
        : "commit %s of %s".formatted(origin.commit(), origin.hub());
  }
}
