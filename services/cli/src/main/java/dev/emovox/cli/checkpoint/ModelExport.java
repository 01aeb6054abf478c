package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.LocalFiles;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointExport;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.checkpoint.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes stored networks as folders that transformers loads. A classifier is written in one form,
 * whatever form it came in; a checkpoint without a head as it came, since there is no classifier to
 * write.
 */
public final class ModelExport {
  private final CheckpointStore checkpoints;
  private final RegisteredNetworks networks;

  /** Exports imported checkpoints and registered networks. */
  public ModelExport(CheckpointStore checkpoints, RegisteredNetworks networks) {
    this.checkpoints = checkpoints;
    this.networks = networks;
  }

  /**
   * Writes a folder, which appears only when it is complete.
   *
   * @param target empty or not there yet; its parent is there
   * @throws EmovoxException if there is no such network, or it can't be written
   */
  public ExportedModel run(ExportSubject subject, Path target, TransferListener listener) {
    Path folder = target.toAbsolutePath().normalize();
    requireFree(folder);
    // Beside the target, so that a finished folder need only be renamed.
    try (ScratchFolder scratch = ScratchFolder.below(folder.getParent())) {
      if (subject instanceof ExportSubject.Version version) {
        move(exportVersion(version, scratch), folder);
        return result("version " + version.number(), folder);
      }
      Digest digest = ((ExportSubject.Imported) subject).digest();
      move(exportImported(digest, scratch, listener), folder);
      return result(digest.toString(), folder);
    }
  }

  private Path exportVersion(ExportSubject.Version version, ScratchFolder scratch) {
    RegisteredNetworks.Network network = networks.fetch(version.number(), scratch.path());
    try (LocalFiles files = network.files();
        Checkpoint checkpoint = CheckpointFolder.open(files.folder())) {
      return write(checkpoint, ExportCards.of(version.number(), network), scratch);
    }
  }

  private Path exportImported(Digest digest, ScratchFolder scratch, TransferListener listener) {
    Path copy = scratch.path().resolve("checkpoint");
    checkpoints.fetch(digest, copy, listener.during("fetching"));
    try (Checkpoint checkpoint = CheckpointFolder.open(copy)) {
      if (checkpoint.hasHead()) {
        ModelCard card = ExportCards.of(digest, checkpoints.origins(digest));
        return write(checkpoint, card, scratch);
      }
    }
    listener.say("It has no classification head, so its files are written as they were imported");
    return copy;
  }

  private static Path write(Checkpoint checkpoint, ModelCard card, ScratchFolder scratch) {
    Path exported = scratch.path().resolve("exported");
    new CheckpointExport(checkpoint.config(), checkpoint.preprocessor(), card)
        .write(exported, checkpoint::parameter);
    return exported;
  }

  private static void move(Path complete, Path folder) {
    try {
      Files.deleteIfExists(folder);
      Files.move(complete, folder);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be written: %s. Choose another folder.".formatted(folder, e), e);
    }
  }

  private static ExportedModel result(String exported, Path folder) {
    try (Checkpoint checkpoint = CheckpointFolder.open(folder)) {
      return new ExportedModel(folder, exported, CheckpointFacts.of(checkpoint));
    }
  }

  private static void requireFree(Path folder) {
    if (folder.getParent() == null || !Files.isDirectory(folder.getParent())) {
      throw new InvalidInputException(
          "%s can't be made: the folder above it is not there.".formatted(folder));
    }
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new InvalidInputException(
          "%s is there already and is no empty folder; name a new one.".formatted(folder));
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
