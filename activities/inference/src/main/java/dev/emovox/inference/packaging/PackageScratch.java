package dev.emovox.inference.packaging;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where packages from elsewhere lie while their files are mapped: a folder of this machine with
 * room for the largest of them.
 *
 * @param parent an existing folder
 */
public record PackageScratch(Path parent) {
  private static final String PREFIX = "emovox-model-";
  private static final int BUFFER_BYTES = 1 << 20;

  /** What S3 takes in one request. */
  private static final long LARGEST_FILE = 5L << 30;

  /** No name that leads out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** Below the folder for temporary files. */
  public static PackageScratch temporary() {
    return new PackageScratch(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * The files in a folder of this machine: where they are, if they are on it, else copied, and
   * verified while they are.
   *
   * @throws InvalidInputException if a file that is copied is missing or has changed, or its name
   *     is none that a file of a package can have
   * @throws WorkFailedException if there is no room
   */
  public LocalFiles localise(PackageFiles source, List<PackagedFile> files) {
    return source
        .folder()
        .map(folder -> new LocalFiles(folder, false))
        .orElseGet(() -> fetch(source, files));
  }

  private LocalFiles fetch(PackageFiles source, List<PackagedFile> files) {
    LocalFiles copy = new LocalFiles(newFolder(), true);
    try {
      files.forEach(file -> fetch(source, file, copy.folder()));
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
    return copy;
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(parent, PREFIX);
    } catch (IOException e) {
      throw new WorkFailedException(
          "No folder can be made in %s for a model (%s). Make room there, or name another folder for temporary files."
              .formatted(parent, e),
          e);
    }
  }

  private static void fetch(PackageFiles source, PackagedFile file, Path folder) {
    PackageConsistency.require(
        NAME.matcher(file.name()).matches(),
        "'" + file.name() + "' can't be the name of one of its files");
    PackageConsistency.require(
        file.bytes() >= 0 && file.bytes() <= LARGEST_FILE,
        file.name() + " is said to have " + file.bytes() + " bytes, and at most 5 GiB are stored");
    Path target = folder.resolve(file.name());
    try (OutputStream out = Files.newOutputStream(target)) {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
      VerifiedStream verified = new VerifiedStream(buffered, file);
      source.copy(file.name(), verified);
      buffered.flush();
      verified.verify();
    } catch (IOException e) {
      throw new WorkFailedException(
          "File %s of the model package can't be copied to %s (%s)."
              .formatted(file.name(), target, e),
          e);
    }
  }
}
