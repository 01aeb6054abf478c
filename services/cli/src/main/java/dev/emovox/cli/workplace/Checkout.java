package dev.emovox.cli.workplace;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that Emovox was checked out or installed to.
 *
 * @param root absolute; holds {@code configs}
 */
public record Checkout(Path root) {
  private static final String PROPERTY = "emovox.checkout";
  private static final String VARIABLE = "EMOVOX_CHECKOUT";

  /**
   * The checkout that the launcher names by {@code -Demovox.checkout} or {@code EMOVOX_CHECKOUT},
   * else the nearest folder above the working directory that holds {@code configs/corpora}.
   *
   * @throws InvalidInputException if there is none
   */
  public static Checkout find(Map<String, String> environment) {
    String named = System.getProperty(PROPERTY, environment.get(VARIABLE));
    Path start = Path.of(named == null || named.isEmpty() ? "" : named).toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("configs").resolve("corpora")))
        .findFirst()
        .map(folder -> new Checkout(folder.normalize()))
        .orElseThrow(() -> notFound(start));
  }

  /** Where experiments are described. */
  public Path experiments() {
    return root.resolve("configs").resolve("experiments");
  }

  /** Where schedules are described. */
  public Path schedules() {
    return root.resolve("configs").resolve("schedules");
  }

  /** Where presets of augmentation are described. */
  public Path augmentations() {
    return root.resolve("configs").resolve("augmentations");
  }

  /** Where gates are described. */
  public Path gates() {
    return root.resolve("configs").resolve("gates");
  }

  /** Where corpora are defined. */
  public Path corpora() {
    return root.resolve("configs").resolve("corpora");
  }

  private static InvalidInputException notFound(Path start) {
    return new InvalidInputException(
        "There is no folder configs/corpora in %s or above it. Start Emovox by its launcher `./emovox`, or set %s to the checkout."
            .formatted(start, VARIABLE));
  }
}
