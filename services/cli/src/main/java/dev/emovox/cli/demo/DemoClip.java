package dev.emovox.cli.demo;

import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds a clip to try the model on. */
final class DemoClip {
  private static final int HEAD_BYTES = 64;
  private static final int DEPTH = 16;

  private DemoClip() {}

  /**
   * The first file by name below the folders that looks like audio.
   *
   * @throws InvalidInputException if there is none
   */
  static Path among(List<Path> folders) {
    return folders.stream()
        .flatMap(DemoClip::sorted)
        .filter(DemoClip::isAudio)
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException("There is no audio file below %s.".formatted(folders)));
  }

  private static Stream<Path> sorted(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new InvalidInputException("The folder %s can't be read.".formatted(folder), e);
    }
  }

  private static boolean isAudio(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return AudioDecoder.looksLikeAudio(content.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      return false;
    }
  }
}
