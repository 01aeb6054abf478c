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
import java.util.Properties;

/** Clips and their scores as made by {@code src/test/python/golden_scores.py}. */
final class Golden {
  static final LabelSet LABELS =
      new LabelSet(List.of("angry", "calm", "disgust", "happy", "never", "sad"));

  private final Properties scores = new Properties();

  Golden() {
    try (Reader in = open("golden-scores.properties")) {
      scores.load(in);
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
