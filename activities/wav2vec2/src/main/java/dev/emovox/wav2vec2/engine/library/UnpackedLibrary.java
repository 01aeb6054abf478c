package dev.emovox.wav2vec2.engine.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What DJL unpacks for one choice, and where.
 *
 * @param folder the folder of this version and flavor
 * @param files the files in it, with what each is unpacked from
 */
record UnpackedLibrary(Path folder, Map<String, URL> files) {
  /** What a choice needs, below the cache's folder. */
  static UnpackedLibrary of(LibraryChoice choice, NativeResources resources, Path cache) {
    Map<String, URL> files = new LinkedHashMap<>();
    String name = "%s-%s-%s".formatted(choice.version(), choice.flavor(), resources.platform());
    if (choice.folder().isEmpty()) {
      NativeResources.Bundle bundle = resources.bundle().orElseThrow();
      name = bundle.folder();
      files.putAll(bundle.files());
    }
    files.put(
        resources.unpackedInterface(), resources.nativeInterface(choice.flavor()).orElseThrow());
    return new UnpackedLibrary(cache.resolve("pytorch").resolve(name), files);
  }

  /** Whether every file is there, whole. */
  boolean isComplete() {
    return files.entrySet().stream().allMatch(this::isWhole);
  }

  /** A file that was cut short would end the process with a signal once it is used. */
  private boolean isWhole(Map.Entry<String, URL> file) {
    try {
      Path unpacked = folder.resolve(file.getKey());
      long expected = ResourceSize.of(file.getValue());
      return Files.isRegularFile(unpacked) && (expected < 0 || Files.size(unpacked) == expected);
    } catch (IOException e) {
      throw new UncheckedIOException("can't look at " + folder, e);
    }
  }

  /** How many bytes are to be unpacked if nothing is there yet. */
  long bytes() {
    try {
      long sum = 0;
      for (URL file : files.values()) {
        sum += Math.max(0, ResourceSize.of(file));
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the native libraries of the class path", e);
    }
  }
}
