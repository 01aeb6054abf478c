package dev.emovox.wav2vec2.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointSelectionTest {

  private static Collection<String> choose(String index, String... names) {
    return CheckpointSelection.choose(
        List.of(names), "a/folder", name -> index.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesOneFormOfTheWeightsAndNothingElse() {
    assertThat(
            choose(
                "",
                "README.md",
                "config.json",
                "preprocessor_config.json",
                "pytorch_model.bin",
                "model.safetensors",
                "tf_model.h5",
                "vocab.json",
                "training_args.bin"))
        .containsExactly("config.json", "model.safetensors", "preprocessor_config.json");
    assertThat(choose("", "config.json", "processor_config.json", "pytorch_model.bin"))
        .containsExactly("config.json", "processor_config.json", "pytorch_model.bin");
  }

  @Test
  void takesTheShardsThatTheListNames() {
    String index = "{\"weight_map\": {\"a\": \"m-1.safetensors\", \"b\": \"m-2.safetensors\"}}";
    assertThat(
            choose(
                index,
                "config.json",
                "model.safetensors.index.json",
                "m-1.safetensors",
                "m-2.safetensors",
                "m-3.safetensors"))
        .containsExactly(
            "config.json", "m-1.safetensors", "m-2.safetensors", "model.safetensors.index.json");
    assertThatThrownBy(
            () -> choose(index, "config.json", "model.safetensors.index.json", "m-1.safetensors"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no m-2.safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"weight_map\": {}}",
        "{\"weight_map\": {\"a\": \"../../etc/passwd\"}}",
        "{\"weight_map\": {\"a\": \"/x.bin\"}}",
        "{\"weight_map\": {\"a\": \"config.json\"}}",
        "{\"weight_map\": {\"a\": {}}}"
      })
  void aListOfShardsThatIsNoneIsRefused(String index) {
    assertThatThrownBy(() -> choose(index, "config.json", "pytorch_model.bin.index.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a/folder/pytorch_model.bin.index.json");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> choose("", "model.safetensors"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no config.json");
    assertThatThrownBy(() -> choose("", "config.json", "tf_model.h5"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none of model.safetensors and pytorch_model.bin");
  }
}
