package dev.emovox.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnakeCaseJsonTest {
  private final SnakeCaseJson json = new SnakeCaseJson();

  record Clip(
      String clipId,
      int sampleRate,
      double weightedF1,
      Map<String, Integer> clipsPerLabel,
      Optional<String> note,
      Instant started,
      Digest digest,
      SplitPart part) {}

  private static Clip clip(Map<String, Integer> counts) {
    return new Clip(
        "a/b.wav",
        16_000,
        0.1,
        counts,
        Optional.empty(),
        Instant.parse("2026-01-02T03:04:05Z"),
        new Digest("0".repeat(64)),
        SplitPart.TRAIN);
  }

  @Test
  void writesSnakeCaseInOrderWithSortedMaps() {
    String text =
        new String(json.write(clip(Map.of("sad", 2, "angry", 1))), StandardCharsets.UTF_8);

    assertThat(text)
        .isEqualTo(
            "{\"clip_id\":\"a/b.wav\",\"sample_rate\":16000,\"weighted_f1\":0.1,"
                + "\"clips_per_label\":{\"angry\":1,\"sad\":2},\"note\":null,"
                + "\"started\":\"2026-01-02T03:04:05Z\",\"digest\":\"sha256:"
                + "0".repeat(64)
                + "\",\"part\":\"train\"}\n");
  }

  @Test
  void readsWhatItWrote() {
    Clip clip = clip(Map.of("sad", 2));

    assertThat(json.read(json.write(clip), Clip.class)).isEqualTo(clip);
    assertThat(json.read(json.writeIndented(clip), Clip.class)).isEqualTo(clip);
    BaselineSettings forest = new BaselineSettings.RandomForest("rf", 100, 1);
    assertThat(json.read(json.write(forest), BaselineSettings.class)).isEqualTo(forest);
    for (FeatureSettings set : FeatureSettings.named()) {
      assertThat(json.read(json.write(set), FeatureSettings.class)).isEqualTo(set);
    }
  }

  record Augmented(
      int version, @JsonInclude(JsonInclude.Include.NON_DEFAULT) double speed, double gain) {}

  @Test
  void readsNumbersThatAreNotWrittenIfTheyAreZero() {
    assertThat(new String(json.write(new Augmented(1, 0, 0)), StandardCharsets.UTF_8))
        .isEqualTo("{\"version\":1,\"gain\":0.0}\n");
    for (double speed : new double[] {0, 0.1}) {
      Augmented written = new Augmented(1, speed, 2);
      assertThat(json.read(json.write(written), Augmented.class)).isEqualTo(written);
    }
    byte[] incomplete = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> json.read(incomplete, Augmented.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Augmented");
  }

  @Test
  void givesTheSameBytesWhateverTheOrderOfAMap() {
    Map<String, Integer> counts = new HashMap<>();
    List.of("x", "b", "a", "zz", "c").forEach(key -> counts.put(key, 1));

    assertThat(json.write(clip(counts))).isEqualTo(json.write(clip(new TreeMap<>(counts))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\",\"trees\":1,\"min_leaf_clips\":1,\"colour\":2}",
        "{\"name\":\"a\",\"name\":\"b\",\"trees\":1,\"min_leaf_clips\":1}",
        "{\"name\":\"a\",\"trees\":1}",
        "{\"name\":\"a\",\"trees\":null,\"min_leaf_clips\":1}",
        "{\"name\":\"a\",\"trees\":\"many\",\"min_leaf_clips\":1}"
      })
  void refusesOtherDocuments(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> json.read(bytes, BaselineSettings.RandomForest.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("RandomForest");
  }
}
