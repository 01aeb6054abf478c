package dev.emovox.adapters;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many clips of each class are in one part of a split, told by the manifest.
 *
 * @param perClass clips by class
 * @param perCorpus clips by corpus, then class
 */
public record ClassCounts(
    Map<String, Integer> perClass, Map<String, Map<String, Integer>> perCorpus) {

  /** Counts the clips of one part of a split. */
  static ClassCounts of(List<ManifestRow> clips, List<SplitRow> split, SplitPart part) {
    Set<String> wanted =
        split.stream()
            .filter(row -> row.part() == part)
            .map(SplitRow::id)
            .collect(Collectors.toSet());
    return of(clips, wanted);
  }

  /** Counts the clips with these ids. */
  public static ClassCounts of(List<ManifestRow> clips, Set<String> wanted) {
    ClassCounts counts = new ClassCounts(new TreeMap<>(), new TreeMap<>());
    clips.stream().filter(clip -> wanted.contains(clip.id())).forEach(counts::add);
    return counts;
  }

  private void add(ManifestRow clip) {
    perClass.merge(clip.emotion(), 1, Integer::sum);
    perCorpus
        .computeIfAbsent(clip.corpus(), corpus -> new TreeMap<>())
        .merge(clip.emotion(), 1, Integer::sum);
  }
}
