package dev.emovox.lineage.source;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.records.RunRecord;
import dev.emovox.tracking.ModelVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is kept of runs, models and decisions. Methods throw {@link
 * dev.emovox.domain.ServerUnavailableException} if a server is away.
 */
public interface LineageSource {

  /** Names of all runs that were ever begun. */
  List<String> runs();

  /**
   * The record of a run. May be asked by several threads.
   *
   * @throws dev.emovox.domain.WorkFailedException if it is damaged
   */
  Optional<RunRecord> run(String id);

  /** All versions of a registered model. */
  List<ModelVersion> versions(String modelName);

  /**
   * Entries of the ledger from the newest to the oldest, read as they are asked for.
   *
   * @throws dev.emovox.domain.WorkFailedException if the ledger can't be relied on
   */
  Iterable<SignedEntry> decisions();

  /** The bytes of a package's {@code package.json}, verified; nothing if it is not there. */
  Optional<byte[]> packageIndex(Digest modelPackage);

  /**
   * Passes on the rows of a table one after the other, once all of it is verified.
   *
   * @throws dev.emovox.domain.WorkFailedException if the artefact is gone or was changed
   */
  <T extends Record> void rows(ArtifactRef table, Class<T> rowType, Consumer<T> each);
}
