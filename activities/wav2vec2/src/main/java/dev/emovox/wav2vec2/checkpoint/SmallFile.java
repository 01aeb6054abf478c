package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that is read whole, if it is not larger than any honest one. */
final class SmallFile {
  private static final int LARGEST = 4 << 20;

  private SmallFile() {}

  static byte[] read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new InvalidInputException(
            "%s has more than %d bytes, which is no plausible size for this document."
                .formatted(path, LARGEST));
      }
      return content;
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be read: %s. Look at its permissions.".formatted(path, e.getMessage()), e);
    }
  }
}
