package dev.emovox.audit.finding;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Evidence in a line, however much there is of it. */
public final class Listing {
  private static final int MOST = 5;

  private Listing() {}

  /** The first few in their order, and how many more there are. */
  public static String of(Collection<?> items) {
    String shown =
        items.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
    int more = items.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Values by name, all of them. */
  public static String of(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
