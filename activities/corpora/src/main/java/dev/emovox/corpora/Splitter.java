package dev.emovox.corpora;

import dev.emovox.corpora.splits.Groups;
import dev.emovox.corpora.splits.SeededOrder;
import dev.emovox.corpora.splits.Shares;
import dev.emovox.corpora.splits.SpeakerDivision;
import dev.emovox.corpora.splits.StratifiedDivision;
import dev.emovox.corpora.splits.Unit;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides a manifest into training, validation and test parts. The result depends on the set of
 * clips, the settings and the seed, not on the order of the clips; clips with the same bytes or the
 * same sound stay together.
 *
 * <p><b>Stratified random:</b> every part has its share of each emotion, exact to rounding; sizes
 * are rounded up for test and validation.
 *
 * <p><b>Speaker-disjoint:</b> the speakers of each corpus are divided on their own, so that every
 * corpus is tested, by number of speakers and balanced by sex. A corpus with two speakers has one
 * for training and one for the test, hence nothing in validation; a corpus with a single speaker is
 * for training only. Where corpora are so small, the parts are far from their shares of clips.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class Splitter {

  /**
   * Divides the clips.
   *
   * @return one row a clip, by id
   * @throws InvalidInputException if the settings are wrong or these clips can't be divided so
   */
  public List<SplitRow> split(List<ManifestRow> clips, SplitSettings settings, long seed) {
    SplitRequirements requirements = new SplitRequirements(settings);
    requirements.checkShares();
    requirements.checkClips(clips);
    List<ManifestRow> sorted =
        clips.stream().sorted(Comparator.comparing(ManifestRow::id)).toList();
    SeededOrder order = new SeededOrder(seed);
    Shares shares = new Shares(settings.validation(), settings.test());
    Map<String, SplitPart> parts =
        switch (settings.policy()) {
          case STRATIFIED_RANDOM ->
              new StratifiedDivision(order, shares).divide(emotionUnits(sorted));
          case SPEAKER_DISJOINT -> bySpeaker(sorted, new SpeakerDivision(order, shares));
        };
    requirements.checkClasses(clips, parts);
    return parts.entrySet().stream()
        .map(part -> new SplitRow(part.getKey(), part.getValue()))
        .toList();
  }

  private static List<Unit> emotionUnits(List<ManifestRow> sorted) {
    return Groups.of(sorted, List.of(ManifestRow::contentDigest, ManifestRow::audioDigest)).stream()
        .map(group -> new Unit(ids(group), group.get(0).emotion()))
        .toList();
  }

  private static Map<String, SplitPart> bySpeaker(
      List<ManifestRow> sorted, SpeakerDivision division) {
    List<List<ManifestRow>> groups =
        Groups.of(
            sorted,
            List.of(ManifestRow::speaker, ManifestRow::contentDigest, ManifestRow::audioDigest));
    Map<String, List<List<ManifestRow>>> byCorpus =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.get(0).corpus(), TreeMap::new, Collectors.toList()));
    Map<String, SplitPart> parts = new TreeMap<>();
    for (List<List<ManifestRow>> speakers : byCorpus.values()) {
      List<Unit> units =
          speakers.stream().map(clips -> new Unit(ids(clips), clips.get(0).sex())).toList();
      parts.putAll(division.divide(units));
    }
    return parts;
  }

  private static List<String> ids(List<ManifestRow> group) {
    return group.stream().map(ManifestRow::id).toList();
  }
}
