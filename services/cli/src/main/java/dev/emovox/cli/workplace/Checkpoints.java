package dev.emovox.cli.workplace;

import dev.emovox.cli.checkpoint.ExportSubject;
import dev.emovox.cli.checkpoint.ExportedModel;
import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.domain.Digest;
import java.nio.file.Path;

/** The stored checkpoints. */
public interface Checkpoints extends AutoCloseable {

  /**
   * Checks a checkpoint and stores it.
   *
   * @throws dev.emovox.domain.InvalidInputException if it is none that this program can use
   */
  ImportedCheckpoint importFrom(ImportSource source, TransferListener listener);

  /** Whether a checkpoint is stored, as its index says; its files are not read. */
  boolean isStored(Digest checkpoint);

  /**
   * Writes a folder that transformers loads.
   *
   * @param folder empty or not there yet
   * @throws dev.emovox.domain.InvalidInputException if there is no such model, it is no network, or
   *     the folder is not free
   */
  ExportedModel export(ExportSubject subject, Path folder, TransferListener listener);

  @Override
  void close();
}
