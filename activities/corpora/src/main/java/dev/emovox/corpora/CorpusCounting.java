package dev.emovox.corpora;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what was found of each corpus and compares it with what its publisher says. */
final class CorpusCounting {
  private final List<CorpusDefinition> corpora;

  CorpusCounting(List<CorpusDefinition> corpora) {
    this.corpora = corpora;
  }

  /** One count for each corpus that a clip or a reject belongs to, by name. */
  List<CorpusCount> count(List<ManifestRow> rows, List<Reject> rejects) {
    List<CorpusCount> counts = new ArrayList<>();
    for (CorpusDefinition corpus : corpora) {
      List<ManifestRow> clips =
          rows.stream().filter(r -> r.corpus().equals(corpus.name())).toList();
      int rejected = (int) rejects.stream().filter(r -> r.corpus().equals(corpus.name())).count();
      if (!clips.isEmpty() || rejected > 0) {
        counts.add(
            new CorpusCount(
                corpus.name(),
                clips.size(),
                rejected,
                corpus.official(),
                tally(clips, ManifestRow::speaker),
                tally(clips, ManifestRow::emotion)));
      }
    }
    return counts.stream().sorted(Comparator.comparing(CorpusCount::corpus)).toList();
  }

  private static Map<String, Integer> tally(
      List<ManifestRow> clips, Function<ManifestRow, String> key) {
    return clips.stream().collect(Collectors.toMap(key, clip -> 1, Integer::sum, TreeMap::new));
  }

  /** A sentence for each corpus whose counts are not the official ones. */
  List<String> warnings(List<CorpusCount> counts) {
    return counts.stream().map(CorpusCounting::warning).flatMap(Optional::stream).toList();
  }

  private static Optional<String> warning(CorpusCount count) {
    return count.official().flatMap(official -> warning(count, official));
  }

  private static Optional<String> warning(CorpusCount count, OfficialCounts official) {
    List<String> differences = new ArrayList<>();
    compare(differences, "clips", count.clips(), official.clips());
    compare(differences, "speakers", count.speakers().size(), official.speakers());
    TreeMap<String, Integer> emotions = new TreeMap<>(official.emotions());
    count.emotions().keySet().forEach(emotion -> emotions.putIfAbsent(emotion, 0));
    if (!official.emotions().isEmpty()) {
      emotions.forEach(
          (emotion, clips) ->
              compare(differences, emotion, count.emotions().getOrDefault(emotion, 0), clips));
    }
    official.clipsPerSpeaker().ifPresent(clips -> compareSpeakers(differences, count, clips));
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is not complete as published (found/official): %s."
                .formatted(count.corpus(), String.join(", ", differences)));
  }

  private static void compare(List<String> differences, String what, int found, int official) {
    if (found != official) {
      differences.add("%s %d/%d".formatted(what, found, official));
    }
  }

  private static void compareSpeakers(List<String> differences, CorpusCount count, int official) {
    long others = count.speakers().values().stream().filter(clips -> clips != official).count();
    if (others > 0) {
      differences.add(
          "%d of %d speakers without %d clips"
              .formatted(others, count.speakers().size(), official));
    }
  }
}
