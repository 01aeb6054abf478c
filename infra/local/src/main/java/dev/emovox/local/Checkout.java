package dev.emovox.local;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source tree that this program was built from.
 *
 * @param root its top folder
 */
public record Checkout(Path root) {
  private static final String PROPERTY = "emovox.checkout";

  /**
   * The folder that the system property {@code emovox.checkout} names, else the nearest folder
   * above the working directory that is a checkout.
   *
   * @throws InvalidInputException when there is none
   */
  public static Checkout find() {
    String property = System.getProperty(PROPERTY);
    if (property != null && !property.isBlank()) {
      return new Checkout(Path.of(property).toAbsolutePath().normalize());
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("infra/local/requirements.lock"))) {
        return new Checkout(folder);
      }
    }
    throw new InvalidInputException(
        "%s lies in no checkout of Emovox. Change into one, or set the system property %s."
            .formatted(Path.of("").toAbsolutePath(), PROPERTY));
  }

  /** The default home: {@code .emovox/}. */
  public Path defaultHome() {
    return root.resolve(".emovox");
  }
}
