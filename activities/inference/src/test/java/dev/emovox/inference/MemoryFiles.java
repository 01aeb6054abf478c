package dev.emovox.inference;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.inference.packaging.PackageFiles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A package's files in memory, to be changed. */
final class MemoryFiles implements PackageFiles {
  final Map<String, byte[]> files = new TreeMap<>();

  MemoryFiles(BaselinePackage modelPackage) {
    modelPackage.files().forEach((name, content) -> files.put(name, content.clone()));
  }

  @Override
  public byte[] read(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new InvalidInputException("no file " + name);
    }
    return content;
  }

  @Override
  public Optional<Set<String>> names() {
    return Optional.of(files.keySet());
  }
}
