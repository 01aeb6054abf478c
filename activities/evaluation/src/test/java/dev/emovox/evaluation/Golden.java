package dev.emovox.evaluation;

import dev.emovox.domain.LabelSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Clips and their scores as made by {@code golden_scores.py} and {@code golden_comparisons.py} in
 * {@code src/test/python}.
 */
final class Golden {
  static final LabelSet LABELS =
      new LabelSet(List.of("angry", "calm", "disgust", "happy", "never", "sad"));

  private final Properties scores = new Properties();

  Golden() {
    try (Reader in = open("golden-scores.properties");
        Reader compared = open("golden-comparisons.properties")) {
      scores.load(in);
      scores.load(compared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ScoredClip> clips() {
    try (BufferedReader in = new BufferedReader(open("golden-clips.csv"))) {
      return in.lines()
          .map(line -> line.split(",", -1))
          .map(row -> new ScoredClip(row[0], row[1], "speaker", row[2], row[3], List.of()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same clips as another model predicted them. */
  static List<ScoredClip> second() {
    Map<String, String> predicted;
    try (BufferedReader in = new BufferedReader(open("golden-second.csv"))) {
      predicted =
          in.lines()
              .map(line -> line.split(",", -1))
              .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return clips().stream().map(clip -> saying(clip, predicted.get(clip.id()))).toList();
  }

  private static ScoredClip saying(ScoredClip clip, String predicted) {
    return new ScoredClip(
        clip.id(), clip.corpus(), clip.speaker(), clip.label(), predicted, List.of());
  }

  double score(String key) {
    return Double.parseDouble(scores.getProperty(key));
  }

  int[] confusion(String label) {
    String row = scores.getProperty("confusion." + label);
    return Arrays.stream(row.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Reader open(String resource) {
    return new InputStreamReader(
        Golden.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
  }
}
