package dev.emovox.orchestration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What activities were asked, in the order in which they were. */
final class Journal {
  private final List<String> entries = new CopyOnWriteArrayList<>();

  void note(String entry) {
    entries.add(entry);
  }

  List<String> entries() {
    return List.copyOf(entries);
  }

  /** The entries of some kinds. */
  List<String> entries(Predicate<String> kind) {
    return entries.stream().filter(kind).toList();
  }
}
