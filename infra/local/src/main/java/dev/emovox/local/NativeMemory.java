package dev.emovox.local;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps libtorch's memory level. It keeps a compiled kernel for every shape that it has seen, by
 * default for 1024 of them, and clips of all lengths have as many shapes. It reads these variables
 * when it is loaded, so a process gets them when it starts. The launcher sets the same ones.
 */
final class NativeMemory {
  private static final Map<String, String> DEFAULTS =
      Map.of("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "64", "LRU_CACHE_CAPACITY", "64");

  private NativeMemory() {}

  /** What to add to a user's variables; what the user has set stays. */
  static Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> missing = new HashMap<>(DEFAULTS);
    missing.keySet().removeAll(environment.keySet());
    return Map.copyOf(missing);
  }
}
