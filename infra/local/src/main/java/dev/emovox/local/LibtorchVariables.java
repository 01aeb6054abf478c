package dev.emovox.local;

import java.util.HashMap;
import java.util.Map;

/**
 * What libtorch reads from the environment when it is loaded, so that a process must have it when
 * it starts.
 *
 * <ul>
 *   <li>It keeps a compiled kernel for every shape that it has seen, by default for 1024 of them.
 *       Signals are filled up to one of few lengths, for which 512 are enough; the shapes that are
 *       as many as clips can't take more. The launcher sets the same.
 *   <li>Its threads wait for each other at the end of every operation, by default in a busy loop.
 *       In a process that shares its machine they hold up those that are waited for: with two
 *       threads on two busy cores an epoch took six times as long as with threads that sleep.
 *   <li>Tensors of megabytes are made and freed all the time; in pages of 2 MB, where the system
 *       has them, a network needs a tenth less time for a clip.
 * </ul>
 */
final class LibtorchVariables {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ONEDNN_PRIMITIVE_CACHE_CAPACITY", "512",
          "LRU_CACHE_CAPACITY", "64",
          "THP_MEM_ALLOC_ENABLE", "1",
          "OMP_WAIT_POLICY", "PASSIVE");

  private LibtorchVariables() {}

  /** What to add to a user's variables; what the user has set stays. */
  static Map<String, String> missing(Map<String, String> environment) {
    Map<String, String> missing = new HashMap<>(DEFAULTS);
    missing.keySet().removeAll(environment.keySet());
    return Map.copyOf(missing);
  }
}
