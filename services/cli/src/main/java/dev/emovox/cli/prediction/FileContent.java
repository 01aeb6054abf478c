package dev.emovox.cli.prediction;

import dev.emovox.audio.DecodeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that a user named, or why they can't be had. */
public sealed interface FileContent {

  /** All bytes. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Bytes(byte[] content) implements FileContent {}

  /** No bytes. */
  record Unreadable(FileOutcome.Reason reason) implements FileContent {}

  /** Reads a file that is not larger than what is decoded. */
  static FileContent read(Path file) {
    if (!Files.isRegularFile(file)) {
      return unreadable(
          "not_found", Files.exists(file) ? "is not a file." : "does not exist.", file);
    }
    try {
      return Files.size(file) > DecodeLimits.standard().maxBytes()
          ? unreadable("too_large", "is larger than any clip that is decoded.", file)
          : new Bytes(Files.readAllBytes(file));
    } catch (IOException e) {
      return unreadable("unreadable", "can't be read; check its permissions.", file);
    }
  }

  private static FileContent unreadable(String kind, String what, Path file) {
    return new Unreadable(new FileOutcome.Reason(kind, file + " " + what));
  }
}
