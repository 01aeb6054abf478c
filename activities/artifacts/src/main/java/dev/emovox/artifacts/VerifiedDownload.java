package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies an artefact to a file that appears only when every byte is verified. */
final class VerifiedDownload {
  private final VerifiedReader reader;
  private final TransferMeter meter;

  VerifiedDownload(VerifiedReader reader) {
    this(reader, new TransferMeter(CheckpointProgress.none(), 0));
  }

  /** A download that tells how far it is. */
  VerifiedDownload(VerifiedReader reader, TransferMeter meter) {
    this.reader = reader;
    this.meter = meter;
  }

  void copy(ArtifactRef artifact, Path target) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      Path partial = Files.createTempFile(folder, ".download-", ".partial");
      try {
        fill(artifact, partial);
        Files.move(partial, target);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(
          "The artefact %s can't be written to %s: %s. Choose a new file in a folder with room."
              .formatted(artifact.uri(), target, e),
          e);
    }
  }

  private void fill(ArtifactRef artifact, Path partial) throws IOException {
    try (OutputStream out = new LocalStream(Files.newOutputStream(partial))) {
      reader.copy(artifact, meter.counting(out));
    }
  }
}
