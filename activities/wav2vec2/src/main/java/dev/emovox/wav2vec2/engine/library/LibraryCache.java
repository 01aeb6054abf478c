package dev.emovox.wav2vec2.engine.library;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder to which DJL unpacks native libraries. One process at a time unpacks; what one that
 * was killed has left is removed. A folder that is complete may be read-only.
 */
public final class LibraryCache {
  private static final double MEGA = 1e6;
  private static final long WORTH_TELLING = 50_000_000;
  private static final List<String> CHOSEN = List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

  private final Path folder;
  private final boolean ours;
  private final NativeResources resources;
  private final Consumer<String> progress;

  LibraryCache(Path folder, boolean ours, NativeResources resources, Consumer<String> progress) {
    this.folder = folder;
    this.ours = ours;
    this.resources = resources;
    this.progress = progress;
  }

  /**
   * The folder that the user chose by DJL's own variables, else the given one.
   *
   * @param progress told before something large is unpacked
   */
  public static LibraryCache of(
      Map<String, String> environment, Path folder, Consumer<String> progress) {
    NativeResources resources = NativeResources.of(environment);
    return CHOSEN.stream()
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> new LibraryCache(Path.of(value), false, resources, progress))
        .orElseGet(() -> new LibraryCache(folder, true, resources, progress));
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /**
   * Runs the loading, which unpacks what is missing.
   *
   * @throws InvalidInputException if something has to be unpacked and the folder can't be written
   * @throws WorkFailedException if the disk is full
   */
  public void load(LibraryChoice choice, Runnable loading) {
    UnpackedLibrary library = UnpackedLibrary.of(choice, resources, folder);
    if (resources.built().isEmpty() && library.isComplete()) {
      loading.run();
      return;
    }
    try {
      Files.createDirectories(folder);
      try (FileChannel lock = open(folder.resolve("unpacking.lock"))) {
        lock.lock(); // ends with the channel
        prepare(library);
        loading.run();
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "libtorch can't be unpacked to %s: %s. Set EMOVOX_LIBTORCH_DIR to a folder that you can write to."
              .formatted(folder, e),
          e);
    }
  }

  private static FileChannel open(Path lock) throws IOException {
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void prepare(UnpackedLibrary library) throws IOException {
    if (resources.built().isPresent()) {
      place(resources.built().get().file(), library.folder());
      return;
    }
    if (library.isComplete()) {
      return; // by another process, while this one waited
    }
    if (ours) {
      removeLeftovers();
    }
    delete(library.folder());
    long needed = library.bytes();
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < needed + needed / 10) {
      throw new WorkFailedException(
          "libtorch takes %.0f MB, and the disk of %s has %.0f MB left. Free some space, or set EMOVOX_LIBTORCH_DIR to a folder on another disk."
              .formatted(needed / MEGA, folder, usable / MEGA));
    }
    if (needed > WORTH_TELLING) {
      progress.accept(
          "Unpacking libtorch %s to %s (once; %.0f MB)"
              .formatted(resources.version(), folder, needed / MEGA));
    }
  }

  /** DJL takes an interface that lies where it would have unpacked its own. */
  private void place(Path built, Path target) throws IOException {
    Files.createDirectories(target);
    Path fresh = Files.createTempFile(target, "interface", ".new");
    Files.copy(built, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(
        fresh, target.resolve(resources.unpackedInterface()), StandardCopyOption.ATOMIC_MOVE);
  }

  private void removeLeftovers() throws IOException {
    Path unpacked = folder.resolve("pytorch");
    if (Files.isDirectory(unpacked)) {
      try (Stream<Path> entries = Files.list(unpacked)) {
        for (Path entry : entries.toList()) {
          if (entry.getFileName().toString().startsWith("tmp")) {
            delete(entry);
          }
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
