package dev.emovox.adapters.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ValidationDrawTest {
  private static final ValidationDraw RANDOM =
      new ValidationDraw(SplitPolicy.STRATIFIED_RANDOM, 0.2, 1);
  private static final ValidationDraw SPEAKERS =
      new ValidationDraw(SplitPolicy.SPEAKER_DISJOINT, 0.25, 1);

  private final List<ManifestRow> clips = SampleClips.of(8, List.of("angry", "calm"), 10);
  private final List<SplitRow> split = SampleClips.split(clips);

  private static Map<String, SplitPart> parts(List<SplitRow> rows) {
    return rows.stream().collect(Collectors.toMap(SplitRow::id, SplitRow::part));
  }

  private Set<String> testPart(List<SplitRow> rows) {
    return rows.stream()
        .filter(row -> row.part() == SplitPart.TEST)
        .map(SplitRow::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTestPartStaysAndEachEmotionHasItsShare() {
    List<SplitRow> drawn = RANDOM.redraw(clips, split);

    assertThat(drawn).extracting(SplitRow::id).isSorted().hasSize(clips.size());
    assertThat(testPart(drawn)).isEqualTo(testPart(split));
    Map<String, SplitPart> parts = parts(drawn);
    for (String emotion : List.of("angry", "calm")) {
      List<ManifestRow> pool =
          clips.stream()
              .filter(clip -> clip.emotion().equals(emotion))
              .filter(clip -> parts.get(clip.id()) != SplitPart.TEST)
              .toList();
      assertThat(pool.stream().filter(clip -> parts.get(clip.id()) == SplitPart.VALIDATION))
          .hasSize(Math.round(pool.size() * 0.2f));
    }
  }

  @Test
  void itDependsOnClipsShareAndSeedAlone() {
    List<ManifestRow> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(3));
    List<SplitRow> reversed = new ArrayList<>(split);
    Collections.reverse(reversed);

    assertThat(RANDOM.redraw(shuffled, reversed)).isEqualTo(RANDOM.redraw(clips, split));
    assertThat(new ValidationDraw(SplitPolicy.STRATIFIED_RANDOM, 0.2, 2).redraw(clips, split))
        .isNotEqualTo(RANDOM.redraw(clips, split));
  }

  @Test
  void duplicatesStayTogether() {
    for (long seed = 0; seed < 20; seed++) {
      List<ManifestRow> some = new ArrayList<>(clips);
      ManifestRow first = clips.stream().filter(this::isTrained).findFirst().orElseThrow();
      ManifestRow copy = SampleClips.copy(first, first.id() + "-copy");
      some.add(copy);
      List<SplitRow> rows = new ArrayList<>(split);
      rows.add(new SplitRow(copy.id(), SplitPart.TRAIN));

      Map<String, SplitPart> parts =
          parts(new ValidationDraw(SplitPolicy.STRATIFIED_RANDOM, 0.3, seed).redraw(some, rows));

      assertThat(parts.get(copy.id())).isEqualTo(parts.get(first.id()));
    }
  }

  private boolean isTrained(ManifestRow clip) {
    return parts(split).get(clip.id()) == SplitPart.TRAIN;
  }

  @Test
  void ofASpeakerDisjointSplitWholeSpeakersAreDrawn() {
    List<SplitRow> bySpeaker = SampleClips.splitBySpeaker(clips);

    Map<String, SplitPart> parts = parts(SPEAKERS.redraw(clips, bySpeaker));

    Map<String, Set<SplitPart>> sides =
        clips.stream()
            .collect(
                Collectors.groupingBy(
                    ManifestRow::speaker,
                    Collectors.mapping(clip -> parts.get(clip.id()), Collectors.toSet())));
    assertThat(sides.values()).allMatch(side -> side.size() == 1);
    assertThat(sides.values().stream().filter(Set.of(SplitPart.VALIDATION)::equals)).hasSize(2);
    assertThat(sides.values().stream().filter(Set.of(SplitPart.TEST)::equals)).hasSize(2);
  }

  @Test
  void aSingleSpeakerIsLeftForTraining() {
    List<ManifestRow> one = SampleClips.of(1, List.of("angry", "calm"), 4);
    List<SplitRow> train =
        one.stream().map(clip -> new SplitRow(clip.id(), SplitPart.VALIDATION)).toList();

    assertThat(SPEAKERS.redraw(one, train)).allMatch(row -> row.part() == SplitPart.TRAIN);
  }
}
