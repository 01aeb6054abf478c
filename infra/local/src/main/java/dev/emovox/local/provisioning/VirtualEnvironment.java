package dev.emovox.local.provisioning;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder with the pinned Python packages of the servers. It is made once, by one process at a
 * time, and made again when it is incomplete, was moved, or holds other packages than the lock
 * says.
 */
public final class VirtualEnvironment {
  private static final String MARKER = "emovox-servers.txt";
  private static final long NEEDED_BYTES = 2_500_000_000L;

  private final Path folder;
  private final RequirementsLock lock;
  private final Supplier<PythonInterpreter> python;
  private final Consumer<String> progress;

  /**
   * Describes the folder; nothing is done yet.
   *
   * @param folder need not exist
   * @param python asked for only when the folder has to be made
   * @param progress told what takes long
   */
  public VirtualEnvironment(
      Path folder,
      RequirementsLock lock,
      Supplier<PythonInterpreter> python,
      Consumer<String> progress) {
    this.folder = folder.toAbsolutePath().normalize();
    this.lock = lock;
    this.python = python;
    this.progress = progress;
  }

  /** The packages that it has once it is complete. */
  public RequirementsLock lock() {
    return lock;
  }

  /** A program in it, which exists once the environment is complete. */
  public Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** Whether all packages are there. */
  public boolean isComplete() {
    try {
      Path marker = folder.resolve(MARKER);
      return Files.isExecutable(program("python3"))
          && Files.isRegularFile(marker)
          && Files.readString(marker).equals(completeMarker());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes the environment if it is not complete; waits for another process that is at it.
   *
   * @throws WorkFailedException when the disk is full or the packages are not those that were
   *     pinned
   * @throws dev.emovox.domain.ServerUnavailableException when the package index can't be reached
   * @throws InvalidInputException when there is no Python, or the folder holds something else
   */
  public void provision() {
    if (isComplete()) {
      return;
    }
    try {
      new FolderLock(folder).holding(this::makeUnlessComplete);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + folder, e);
    }
  }

  private void makeUnlessComplete() throws IOException {
    if (!isComplete()) {
      make();
    }
  }

  private void make() throws IOException {
    PythonInterpreter interpreter = python.get();
    checkSpace();
    empty();
    mark("incomplete\n");
    Path requirements = Files.writeString(folder.resolve("requirements.lock"), lock.content());
    PackageInstallation installation = new PackageInstallation(folder, progress);
    installation.createEnvironment(interpreter);
    installation.install(requirements);
    mark(completeMarker());
  }

  private void checkSpace() throws IOException {
    Files.createDirectories(folder);
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < NEEDED_BYTES) {
      throw new WorkFailedException(
          "The servers' packages need 2.5 GB of disk while they are installed, and the disk of %s has %.1f GB left. Free some space, or set EMOVOX_SERVERS_DIR to a folder on another disk."
              .formatted(folder, usable / 1e9));
    }
  }

  /** Only what we have made is ever deleted. */
  private void empty() throws IOException {
    boolean ours = Files.exists(folder.resolve(MARKER));
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (!ours) {
          throw new InvalidInputException(
              "%s is to hold the servers' packages, but something else lies in it: %s. Set EMOVOX_SERVERS_DIR to another folder, or empty this one."
                  .formatted(folder, entry.getFileName()));
        }
        if (!entry.endsWith(MARKER)) {
          FileTree.delete(entry);
        }
      }
    }
  }

  private String completeMarker() {
    // The folder is part of it: the scripts in a virtual environment hold its absolute path.
    return "complete%n%s%n%s%n".formatted(lock.digest(), folder);
  }

  private void mark(String content) throws IOException {
    Path fresh = folder.resolve(MARKER + ".new");
    Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
  }
}
