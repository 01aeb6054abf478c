package dev.emovox.corpora;

import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.WorkFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks for what must not be on two sides of a split. */
public final class LeakageCheck {
  private static final int MOST_EVIDENCE = 10;

  private final List<String> evidence = new ArrayList<>();
  private final Map<String, SplitPart> parts = new HashMap<>();

  private LeakageCheck() {}

  /**
   * Verifies a split, whoever made it.
   *
   * @throws WorkFailedException with the evidence, if a clip is in no part or in two, a duplicate
   *     crosses parts, or a speaker does in a speaker-disjoint split
   */
  public static void verify(List<ManifestRow> clips, List<SplitRow> split, SplitSettings settings) {
    LeakageCheck check = new LeakageCheck();
    check.everyClipOnce(clips, split);
    check.onOneSide(clips, "the bytes of", ManifestRow::contentDigest);
    check.onOneSide(clips, "the sound of", ManifestRow::audioDigest);
    if (settings.policy() == SplitPolicy.SPEAKER_DISJOINT) {
      check.onOneSide(clips, "the speaker of", ManifestRow::speaker);
    }
    check.report(settings);
  }

  private void everyClipOnce(List<ManifestRow> clips, List<SplitRow> split) {
    Set<String> known = new TreeSet<>();
    clips.forEach(clip -> known.add(clip.id()));
    for (SplitRow row : split) {
      if (parts.put(row.id(), row.part()) != null) {
        evidence.add(row.id() + " is in the split twice");
      }
      if (!known.contains(row.id())) {
        evidence.add(row.id() + " is in the split and not in the manifest");
      }
    }
    known.stream()
        .filter(id -> !parts.containsKey(id))
        .forEach(id -> evidence.add(id + " is in no part"));
  }

  private void onOneSide(List<ManifestRow> clips, String what, Function<ManifestRow, String> key) {
    Map<String, Map<SplitPart, String>> examples = new TreeMap<>();
    for (ManifestRow clip : clips) {
      SplitPart part = parts.get(clip.id());
      if (part != null) {
        examples
            .computeIfAbsent(key.apply(clip), k -> new TreeMap<>())
            .merge(part, clip.id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    examples.forEach(
        (value, sides) -> {
          if (sides.size() > 1) {
            evidence.add("%s %s (%s) are on two sides".formatted(what, describe(sides), value));
          }
        });
  }

  private static String describe(Map<SplitPart, String> sides) {
    return String.join(
        " and ",
        sides.entrySet().stream()
            .map(side -> side.getValue() + " in " + SplitRequirements.key(side.getKey()))
            .toList());
  }

  private void report(SplitSettings settings) {
    if (evidence.isEmpty()) {
      return;
    }
    int more = evidence.size() - MOST_EVIDENCE;
    throw new WorkFailedException(
        "The split '%s' leaks: %s%s. Scores on it would mean nothing; divide the clips anew."
            .formatted(
                settings.name(),
                String.join("; ", evidence.stream().limit(MOST_EVIDENCE).toList()),
                more > 0 ? "; and " + more + " more" : ""));
  }
}
