package dev.emovox.adapters.stages;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.corpora.splits.Groups;
import dev.emovox.corpora.splits.SeededOrder;
import dev.emovox.corpora.splits.Shares;
import dev.emovox.corpora.splits.SpeakerDivision;
import dev.emovox.corpora.splits.StratifiedDivision;
import dev.emovox.corpora.splits.Unit;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws a split's validation part anew from its training and validation parts together; its test
 * part stays. Drawn as the split itself was: at random, so that each emotion has its share and
 * duplicates stay together, or by speaker within each corpus, so that none is on two sides. The
 * result depends on the set of clips, the share and the seed.
 *
 * @param policy how the split was made
 * @param share of the clips, or of each corpus' speakers, for validation
 * @param seed of the draw
 */
record ValidationDraw(SplitPolicy policy, double share, long seed) {

  /** The split with the new validation part, by id. */
  List<SplitRow> redraw(List<ManifestRow> clips, List<SplitRow> split) {
    Map<String, SplitPart> parts = new TreeMap<>();
    split.forEach(row -> parts.put(row.id(), row.part()));
    List<ManifestRow> pool =
        clips.stream()
            .filter(clip -> parts.getOrDefault(clip.id(), SplitPart.TEST) != SplitPart.TEST)
            .sorted(Comparator.comparing(ManifestRow::id))
            .toList();
    parts.putAll(policy == SplitPolicy.SPEAKER_DISJOINT ? bySpeaker(pool) : atRandom(pool));
    return parts.entrySet().stream()
        .map(part -> new SplitRow(part.getKey(), part.getValue()))
        .toList();
  }

  private Map<String, SplitPart> atRandom(List<ManifestRow> pool) {
    List<Function<ManifestRow, String>> together =
        List.of(ManifestRow::contentDigest, ManifestRow::audioDigest);
    return new StratifiedDivision(order(), shares())
        .divide(units(Groups.of(pool, together), ManifestRow::emotion));
  }

  private Map<String, SplitPart> bySpeaker(List<ManifestRow> pool) {
    List<Function<ManifestRow, String>> together =
        List.of(ManifestRow::speaker, ManifestRow::contentDigest, ManifestRow::audioDigest);
    Map<String, List<List<ManifestRow>>> byCorpus =
        Groups.of(pool, together).stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.get(0).corpus(), TreeMap::new, Collectors.toList()));
    Map<String, SplitPart> parts = new TreeMap<>();
    SpeakerDivision division = new SpeakerDivision(order(), shares());
    byCorpus
        .values()
        .forEach(speakers -> parts.putAll(division.divide(units(speakers, ManifestRow::sex))));
    return parts;
  }

  private static List<Unit> units(
      List<List<ManifestRow>> groups, Function<ManifestRow, String> stratum) {
    return groups.stream()
        .map(
            group ->
                new Unit(group.stream().map(ManifestRow::id).toList(), stratum.apply(group.get(0))))
        .toList();
  }

  private SeededOrder order() {
    return new SeededOrder(seed);
  }

  private Shares shares() {
    return new Shares(share, 0);
  }
}
