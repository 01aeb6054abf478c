package dev.emovox.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitterTest {
  private static final SplitSettings RANDOM =
      new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15);
  private static final SplitSettings DISJOINT =
      new SplitSettings("unseen", SplitPolicy.SPEAKER_DISJOINT, 0.7, 0.15, 0.15);

  private final Splitter splitter = new Splitter();

  private static Map<SplitPart, Long> sizes(List<SplitRow> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(SplitRow::part, TreeMap::new, Collectors.counting()));
  }

  private static Map<SplitPart, Set<String>> speakers(
      List<ManifestRow> clips, List<SplitRow> rows) {
    Map<String, String> byId =
        clips.stream().collect(Collectors.toMap(ManifestRow::id, ManifestRow::speaker));
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                SplitRow::part,
                TreeMap::new,
                Collectors.mapping(
                    row -> byId.get(row.id()), Collectors.toCollection(TreeSet::new))));
  }

  @Test
  void givesTheSizesOfThePaper() {
    // 11,802 clips in the paper's classes: 1771 of them for the test.
    Map<String, Integer> classes =
        Map.of(
            "angry",
            1863,
            "calm",
            192,
            "disgust",
            1863,
            "fearful",
            1863,
            "happy",
            1863,
            "neutral",
            1583,
            "sad",
            1923,
            "surprised",
            652);
    List<ManifestRow> clips = new ArrayList<>();
    classes.forEach(
        (emotion, count) -> {
          for (int i = 0; i < count; i++) {
            clips.add(Manifests.row("all", "m1", emotion, i));
          }
        });

    List<SplitRow> rows = splitter.split(clips, RANDOM, 42);

    assertThat(sizes(rows))
        .isEqualTo(
            Map.of(SplitPart.TRAIN, 8260L, SplitPart.VALIDATION, 1771L, SplitPart.TEST, 1771L));
    LeakageCheck.verify(clips, rows, RANDOM);
  }

  @Test
  void givesEachEmotionItsShareExactToRounding() {
    List<ManifestRow> clips = Manifests.of("c", List.of("f1", "m1", "m2"), 67);
    Map<String, String> emotions =
        clips.stream().collect(Collectors.toMap(ManifestRow::id, ManifestRow::emotion));

    List<SplitRow> rows = splitter.split(clips, RANDOM, 7);

    for (String emotion : Manifests.EMOTIONS) {
      Map<SplitPart, Long> sizes =
          sizes(rows.stream().filter(row -> emotions.get(row.id()).equals(emotion)).toList());
      assertThat(sizes.get(SplitPart.TEST)).isBetween(30L, 31L);
      assertThat(sizes.get(SplitPart.VALIDATION)).isBetween(30L, 31L);
    }
  }

  @ParameterizedTest
  @CsvSource({"STRATIFIED_RANDOM", "SPEAKER_DISJOINT"})
  void dependsOnTheSetOfClipsAndTheSeedOnly(SplitPolicy policy) {
    SplitSettings settings = new SplitSettings("s", policy, 0.6, 0.2, 0.2);
    List<ManifestRow> clips =
        Manifests.of("c", List.of("f1", "f2", "f3", "f4", "m1", "m2", "m3", "m4"), 5);
    List<ManifestRow> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(1));

    List<SplitRow> rows = splitter.split(clips, settings, 42);

    assertThat(splitter.split(shuffled, settings, 42)).isEqualTo(rows);
    assertThat(splitter.split(clips, settings, 43)).isNotEqualTo(rows);
  }

  @Test
  void keepsTheSameSoundOnOneSide() {
    List<ManifestRow> clips = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String emotion = Manifests.EMOTIONS.get(i % 4);
      // Every sound is there twice.
      for (String copy : List.of("a", "b")) {
        String id = "c/" + i + copy + ".wav";
        clips.add(Manifests.withSound(id, "c", "m1", emotion, Digest.of("sound " + i)));
      }
    }

    List<SplitRow> rows = splitter.split(clips, RANDOM, 42);

    LeakageCheck.verify(clips, rows, RANDOM);
    assertThat(sizes(rows).get(SplitPart.TEST)).isBetween(26L, 34L);
  }

  @Test
  void dividesTheSpeakersOfEachCorpus() {
    List<ManifestRow> clips = new ArrayList<>();
    clips.addAll(
        Manifests.of(
            "large",
            List.of("f1", "f2", "f3", "f4", "f5", "f6", "m1", "m2", "m3", "m4", "m5", "m6"),
            3));
    clips.addAll(Manifests.of("two", List.of("f1", "f2"), 3));
    clips.addAll(Manifests.of("one", List.of("m1"), 3));

    List<SplitRow> rows = splitter.split(clips, DISJOINT, 42);
    Map<SplitPart, Set<String>> speakers = speakers(clips, rows);

    LeakageCheck.verify(clips, rows, DISJOINT);
    assertThat(speakers.get(SplitPart.TEST)).hasSize(3).anyMatch(s -> s.startsWith("two:"));
    assertThat(speakers.get(SplitPart.TEST)).anyMatch(s -> s.startsWith("large:f"));
    assertThat(speakers.get(SplitPart.TEST)).anyMatch(s -> s.startsWith("large:m"));
    assertThat(speakers.get(SplitPart.VALIDATION)).hasSize(2).allMatch(s -> s.startsWith("large:"));
    assertThat(speakers.get(SplitPart.TRAIN)).contains("one:m1").hasSize(10);
  }

  @Test
  void keepsSpeakersWhoShareASoundTogether() {
    List<ManifestRow> clips =
        new ArrayList<>(Manifests.of("c", List.of("f1", "f2", "m1", "m2", "m3"), 2));
    Digest shared = Digest.of("shared");
    clips.add(Manifests.withSound("c/x.wav", "c", "f1", "sad", shared));
    clips.add(Manifests.withSound("c/y.wav", "c", "m3", "sad", shared));

    for (long seed = 0; seed < 20; seed++) {
      List<SplitRow> rows = splitter.split(clips, DISJOINT, seed);
      LeakageCheck.verify(clips, rows, DISJOINT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.7, 0.2, 0.2, add up to 1.1",
    "0.5, 0.2, 0.2, add up to 0.9",
    "0, 0.5, 0.5, key 'train'",
    "0.5, 0.5, 0, key 'test'",
    "1.2, -0.4, 0.2, key 'train'",
    "0.9, -0.1, 0.2, key 'validation'",
    "NaN, 0.5, 0.5, key 'train'",
  })
  void wantsSharesThatMakeAWhole(double train, double validation, double test, String message) {
    SplitSettings settings =
        new SplitSettings("s", SplitPolicy.STRATIFIED_RANDOM, train, validation, test);

    assertThatThrownBy(() -> splitter.split(Manifests.of("c", List.of("m1"), 9), settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Split 's'")
        .hasMessageContaining(message);
  }

  @Test
  void wantsTwoSpeakersForASpeakerDisjointSplit() {
    assertThatThrownBy(() -> splitter.split(Manifests.of("c", List.of("m1"), 9), DISJOINT, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Split 'unseen', key 'policy'")
        .hasMessageContaining("all 36 clips are of c:m1");
  }

  @Test
  void saysWhenTwoSpeakersLeaveNothingForValidation() {
    List<ManifestRow> clips = Manifests.of("two", List.of("f1", "f2"), 9);
    SplitSettings without = new SplitSettings("unseen", SplitPolicy.SPEAKER_DISJOINT, 0.7, 0, 0.3);

    assertThatThrownBy(() -> splitter.split(clips, DISJOINT, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("key 'validation': no clip falls to this part");
    assertThat(sizes(splitter.split(clips, without, 1)))
        .isEqualTo(Map.of(SplitPart.TRAIN, 36L, SplitPart.TEST, 36L));
  }

  @Test
  void wantsEveryClassInEveryPart() {
    List<ManifestRow> clips = new ArrayList<>(Manifests.of("c", List.of("m1"), 20));
    clips.add(Manifests.row("c", "m1", "calm", 0));

    assertThatThrownBy(() -> splitter.split(clips, RANDOM, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no clip of the class calm (1 clips in all)");
  }

  @Test
  void wantsClipsEachOnce() {
    ManifestRow row = Manifests.row("c", "m1", "sad", 0);

    assertThatThrownBy(() -> splitter.split(List.of(), RANDOM, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no clip");
    assertThatThrownBy(() -> splitter.split(List.of(row, row), RANDOM, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(row.id());
  }
}
