package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointIndex;
import dev.emovox.artifacts.CheckpointObject;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.domain.EmovoxException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import java.util.List;

/** Checks a checkpoint as a whole and stores it with the place that it came from. */
public final class CheckpointImport {
  private final CheckpointSources sources;
  private final CheckpointStore store;

  /** Imports from {@code sources} to {@code store}. */
  public CheckpointImport(CheckpointSources sources, CheckpointStore store) {
    this.sources = sources;
    this.store = store;
  }

  /**
   * Imports a checkpoint; what is stored already is found and compared.
   *
   * @throws EmovoxException if it can't be had, is no checkpoint that this program can use, or
   *     can't be stored
   */
  public ImportedCheckpoint run(ImportSource source, TransferListener listener) {
    try (AcquiredCheckpoint acquired = sources.acquire(source, listener)) {
      CheckpointFacts facts = facts(acquired);
      long sent = store.store(index(facts), acquired.folder(), listener.during("storing"));
      store.record(facts.digest(), acquired.origin());
      return new ImportedCheckpoint(facts, store.address(facts.digest()), sent, acquired.origin());
    }
  }

  private static CheckpointFacts facts(AcquiredCheckpoint acquired) {
    try (Checkpoint checkpoint = CheckpointFolder.open(acquired.folder())) {
      return CheckpointFacts.of(checkpoint);
    }
  }

  private static CheckpointIndex index(CheckpointFacts facts) {
    List<CheckpointObject> files =
        facts.files().stream()
            .map(file -> new CheckpointObject(file.name(), file.digest(), file.bytes()))
            .toList();
    CheckpointIndex index =
        CheckpointIndex.of(
            new CheckpointIndex.Summary(
                facts.architecture(), facts.parameters(), facts.labels(), facts.weights()),
            files);
    if (!index.digest().equals(facts.digest())) {
      throw new IllegalStateException("the store and the checkpoint differ about the digest");
    }
    return index;
  }
}
