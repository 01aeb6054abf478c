package dev.emovox.inference;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.PackageDescription;
import dev.emovox.inference.packaging.PackageFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a model in it: a model package, or a Hugging Face folder as it was got. */
public final class ModelFolder {
  private static final String CONFIGURATION = "config.json";

  private ModelFolder() {}

  /**
   * Opens the model of a folder. Where there is a {@code package.json}, the folder is a package and
   * every byte of it is verified; else it is a Hugging Face folder.
   *
   * @throws InvalidInputException if it is neither, or what it is is not whole
   */
  public static LoadableModel open(Path folder) {
    if (Files.exists(folder.resolve(PackageDescription.FILE))) {
      return new PackageReader().read(PackageFiles.directory(folder));
    }
    if (Files.exists(folder.resolve(CONFIGURATION))) {
      return CheckpointModel.open(folder);
    }
    throw new InvalidInputException(
        "There is no model in %s: neither %s of a model package nor %s of a Hugging Face folder is there. Name the folder that holds one of them."
            .formatted(folder, PackageDescription.FILE, CONFIGURATION));
  }
}
