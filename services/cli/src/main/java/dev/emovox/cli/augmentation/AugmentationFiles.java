package dev.emovox.cli.augmentation;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where versions of a clip are written: {@code CLIP-PRESET-01.wav} and so on, and {@code
 * CLIP-PRESET.json}, which tells what was drawn.
 *
 * @param folder made if it is not there
 * @param name of the clip's file without its ending, and the preset
 */
public record AugmentationFiles(Path folder, String name) {

  /** The files of a clip and a preset. */
  public static AugmentationFiles of(Path folder, Path clip, String preset) {
    String file = clip.getFileName().toString();
    int dot = file.lastIndexOf('.');
    return new AugmentationFiles(folder, (dot > 0 ? file.substring(0, dot) : file) + "-" + preset);
  }

  /** The file of a version, from 1. */
  public Path version(int number) {
    return folder.resolve(String.format(Locale.ROOT, "%s-%02d.wav", name, number));
  }

  /** The file that tells what was drawn. */
  public Path description() {
    return folder.resolve(name + ".json");
  }

  /**
   * Makes the folder.
   *
   * @param versions how many will be written
   * @param overwrite whether files that are there may be replaced
   * @throws InvalidInputException if a file is there and may not be, or the folder is a file
   * @throws WorkFailedException if the folder can't be made
   */
  public void prepare(int versions, boolean overwrite) {
    if (!overwrite) {
      List<Path> there =
          Stream.concat(
                  Stream.of(description()),
                  IntStream.rangeClosed(1, versions).mapToObj(this::version))
              .filter(Files::exists)
              .toList();
      if (!there.isEmpty()) {
        throw new InvalidInputException(
            "%s is there already. Choose another folder with --out, or give --overwrite."
                .formatted(there.get(0)));
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException("--out %s is a file, not a folder.".formatted(folder), e);
    } catch (IOException e) {
      throw new WorkFailedException("The folder %s can't be made: %s.".formatted(folder, e), e);
    }
  }
}
