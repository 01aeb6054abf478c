package dev.emovox.traces;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables in memory. */
final class MemoryTraceFiles implements TraceFiles {
  private final Map<String, byte[]> content = new TreeMap<>();

  @Override
  public void put(String folder, String name, byte[] bytes) {
    content.put(folder + "/" + name, bytes);
  }

  @Override
  public List<String> names(String folder) {
    return content.keySet().stream()
        .filter(key -> key.startsWith(folder + "/"))
        .map(key -> key.substring(folder.length() + 1))
        .toList();
  }

  @Override
  public List<String> folders() {
    return content.keySet().stream()
        .map(key -> key.substring(0, key.lastIndexOf('/')))
        .distinct()
        .toList();
  }

  @Override
  public byte[] read(String folder, String name) {
    return Optional.ofNullable(content.get(folder + "/" + name)).orElseThrow();
  }

  @Override
  public void remove(String folder, String name) {
    content.remove(folder + "/" + name);
  }
}
