package dev.emovox.audit.testing;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SplitPart;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Thirty-nine clips of four speakers: five sentences, each angry and sad but for one. No sound is
 * needed.
 */
final class Speech {
  static final String CORPUS = "tiny";

  /** The corpus as a plan has it. */
  static final String DEFINITION =
      """
      name: tiny
      title: A corpus of four speakers
      licence:
        name: none
        url: https://example.org
      source:
        url: https://example.org
        citation: nobody
      patterns:
        - file: '(?<speaker>[A-D])_(?<emotion>[as])_(?<sentence>\\d)'
      fields:
        speaker: {group: speaker}
        sentence: {group: sentence}
        emotion:
          group: emotion
          labels: {a: angry, s: sad}
      official:
        clips: 39
        speakers: 4
        emotions: {angry: 20, sad: 19}
      examples: [A_a_1.wav]
      """;

  private static final List<String> SPEAKERS = List.of("A", "B", "C", "D");

  private Speech() {}

  static List<ManifestRow> clips() {
    List<ManifestRow> clips = new ArrayList<>();
    for (String speaker : SPEAKERS) {
      for (String emotion : List.of("angry", "sad")) {
        for (int sentence = 1; sentence <= 5; sentence++) {
          clips.add(clip(speaker, emotion, sentence));
        }
      }
    }
    // One less, so that classes are not of equal size and can be told apart by their counts.
    return clips.subList(0, clips.size() - 1);
  }

  private static ManifestRow clip(String speaker, String emotion, int sentence) {
    String file = "%s_%s_%d.wav".formatted(speaker, emotion.charAt(0), sentence);
    return new ManifestRow(
        CORPUS + "/" + file,
        CORPUS,
        file,
        Digest.of(file).toString(),
        Digest.of("sound of " + file).toString(),
        CORPUS + ":" + speaker,
        "",
        Integer.toString(sentence),
        emotion,
        "",
        "",
        "wav",
        16_000,
        1,
        1.5,
        48_044);
  }

  /** By sentence: three to train, one to validate, one to test. */
  static List<SplitRow> randomSplit(List<ManifestRow> clips) {
    return split(clips, clip -> Integer.parseInt(clip.sentence()) - 3);
  }

  /** By speaker: two to train, one to validate, one to test. */
  static List<SplitRow> disjointSplit(List<ManifestRow> clips) {
    return split(clips, clip -> clip.speaker().charAt(CORPUS.length() + 1) - 'B');
  }

  private static List<SplitRow> split(
      List<ManifestRow> clips, Function<ManifestRow, Integer> place) {
    return clips.stream().map(clip -> new SplitRow(clip.id(), part(place.apply(clip)))).toList();
  }

  private static SplitPart part(int place) {
    if (place <= 0) {
      return SplitPart.TRAIN;
    }
    return place == 1 ? SplitPart.VALIDATION : SplitPart.TEST;
  }

  /** A vector for any clip or copy, the same whenever it is asked for. */
  static FeatureRow features(ManifestRow clip, String id) {
    Random random = new Random(Digest.of(id).leadingBits());
    double shift = clip.emotion().equals("sad") ? 2 : 0;
    List<Double> values =
        random.doubles(FeatureSettings.paper().size()).map(value -> value + shift).boxed().toList();
    return new FeatureRow(id, clip.corpus(), clip.speaker(), clip.emotion(), values);
  }
}
