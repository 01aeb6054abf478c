package dev.emovox.audit.rules.splits;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.SplitPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is on more than one side of a split.
 *
 * @param parts the part of each clip
 */
record Sides(Map<String, SplitPart> parts) {
  /**
   * Values of a key that clips of several parts share, each with an example from every part.
   *
   * @param key empty for what is not known
   */
  List<String> crossings(Collection<ManifestRow> clips, Function<ManifestRow, String> key) {
    Map<String, Map<SplitPart, String>> sides = new TreeMap<>();
    for (ManifestRow clip : clips) {
      SplitPart part = parts.get(clip.id());
      String value = key.apply(clip);
      if (part != null && !value.isEmpty()) {
        sides
            .computeIfAbsent(value, its -> new EnumMap<>(SplitPart.class))
            .putIfAbsent(part, clip.id());
      }
    }
    List<String> crossings = new ArrayList<>();
    sides.forEach(
        (value, examples) -> {
          if (examples.size() > 1) {
            crossings.add(value + " " + examples);
          }
        });
    return crossings;
  }
}
