package dev.emovox.wav2vec2.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Counts cores, not hardware threads: two threads on one core share its vector units, so a matrix
 * product gains nothing from the second one.
 *
 * @param processors the folder {@code /sys/devices/system/cpu}
 * @param status the file {@code /proc/self/status}
 */
record PhysicalCores(Path processors, Path status) {
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** Physical cores that this process may use, a container's quota included. */
  static int ofThisProcess() {
    Path processors = Path.of("/sys/devices/system/cpu");
    return new PhysicalCores(processors, Path.of("/proc/self/status"))
        .count(Runtime.getRuntime().availableProcessors());
  }

  /**
   * How many there are.
   *
   * @param most what the Java runtime says, which counts hardware threads and knows quotas
   */
  int count(int most) {
    try {
      Set<String> cores = new HashSet<>();
      for (int processor : allowed().stream().toArray()) {
        cores.add(Files.readString(siblings(processor)).strip());
      }
      return cores.isEmpty() ? most : Math.min(most, cores.size());
    } catch (IOException | NumberFormatException e) {
      return most; // not Linux, or a kernel that does not tell
    }
  }

  /** Hardware threads of one core name the same siblings. */
  private Path siblings(int processor) {
    return processors.resolve("cpu" + processor + "/topology/thread_siblings_list");
  }

  private BitSet allowed() throws IOException {
    Optional<String> line =
        Files.readAllLines(status).stream().filter(text -> text.startsWith(ALLOWED)).findFirst();
    return line.map(text -> numbers(text.substring(ALLOWED.length()).strip())).orElse(new BitSet());
  }

  /** Reads a list such as {@code 0-3,8}. */
  private static BitSet numbers(String list) {
    BitSet numbers = new BitSet();
    for (String range : list.split(",", -1)) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
      numbers.set(first, last + 1);
    }
    return numbers;
  }
}
