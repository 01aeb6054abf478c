package dev.emovox.local.home;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small JSON document in a file. Readers see the old or the new content, never a part.
 *
 * @param path the file; need not exist
 * @param type what it holds
 */
public record JsonFile<T>(Path path, Class<T> type) {
  /**
   * What the file holds; empty when there is no file.
   *
   * @throws InvalidInputException when it is something else
   */
  public Optional<T> read() {
    try {
      return Optional.of(new SnakeCaseJson().read(Files.readAllBytes(path), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + path, e);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "%s is damaged: %s If it was not edited on purpose, delete it and run `./emovox up` again."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Replaces the content; the file is readable by this user only. */
  public void write(T value) {
    try {
      Path fresh = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".new");
      Files.write(fresh, new SnakeCaseJson().writeIndented(value));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + path, e);
    }
  }
}
