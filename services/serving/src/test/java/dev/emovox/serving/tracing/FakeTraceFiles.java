package dev.emovox.serving.tracing;

import dev.emovox.traces.TraceFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store in memory that can be away. */
public final class FakeTraceFiles implements TraceFiles {
  private final Map<String, byte[]> content = new ConcurrentSkipListMap<>();
  private volatile Optional<RuntimeException> outage = Optional.empty();

  /** From now on every write fails so. */
  public void fail(RuntimeException failure) {
    outage = Optional.of(failure);
  }

  /** From now on writes succeed. */
  public void recover() {
    outage = Optional.empty();
  }

  @Override
  public void put(String folder, String name, byte[] bytes) {
    if (outage.isPresent()) {
      throw outage.get();
    }
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
