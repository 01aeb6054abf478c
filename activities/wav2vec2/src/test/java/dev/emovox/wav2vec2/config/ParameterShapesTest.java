package dev.emovox.wav2vec2.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterShapesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "xlsr",
        "hubert",
        "hubert_large",
        "weighted",
        "weighted_large",
        "adapter",
        "masked"
      })
  void areExactlyWhatTransformersStores(String name) throws IOException {
    Path folder = Golden.path(name);
    Wav2Vec2Config config =
        Wav2Vec2Config.parse(Files.readAllBytes(folder.resolve("config.json")), name);
    SortedMap<String, List<Long>> stored = new TreeMap<>();
    try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
      file.names().forEach(tensor -> stored.put(tensor, file.tensor(tensor).shape()));
    }
    assertThat(ParameterShapes.of(config)).isEqualTo(stored);
  }

  @Test
  void theBaseModelHas94MillionNumbersAndAHead() {
    SortedMap<String, List<Long>> shapes =
        ParameterShapes.of(config("{\"model_type\": \"hubert\"}"));
    assertThat(count(shapes, false)).isEqualTo(94_371_712);
    assertThat(count(shapes, true)).isEqualTo(768 * 256 + 256 + 256 * 2 + 2);
  }

  @Test
  void theMaskVectorIsThereWhereTransformersHasIt() {
    String name = "wav2vec2.masked_spec_embed";
    assertThat(ParameterShapes.of(config("{\"model_type\": \"wav2vec2\"}"))).containsKey(name);
    assertThat(
            ParameterShapes.of(
                config("{\"model_type\": \"wav2vec2\", \"apply_spec_augment\": false}")))
        .containsKey(name);
    assertThat(ParameterShapes.of(config("{\"model_type\": \"wav2vec2\", \"mask_time_prob\": 0}")))
        .doesNotContainKey(name);
  }

  private static Wav2Vec2Config config(String json) {
    return Wav2Vec2Config.parse(json.getBytes(StandardCharsets.UTF_8), "config.json");
  }

  private static long count(SortedMap<String, List<Long>> shapes, boolean head) {
    return shapes.entrySet().stream()
        .filter(shape -> ParameterShapes.isHead(shape.getKey()) == head)
        .mapToLong(shape -> shape.getValue().stream().reduce(1L, Math::multiplyExact))
        .sum();
  }
}
