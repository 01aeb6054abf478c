package dev.emovox.wav2vec2.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessorConfigTest {
  private static PreprocessorConfig parse(String json) {
    return PreprocessorConfig.parse(json.getBytes(StandardCharsets.UTF_8), "preprocessor.json");
  }

  @Test
  void missingKeysHaveTransformersDefaults() {
    assertThat(parse("{}")).isEqualTo(new PreprocessorConfig(true, 16_000, false, 0, 1));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    PreprocessorConfig config = new PreprocessorConfig(false, 8_000, true, 0.5, 1);
    assertThat(PreprocessorConfig.parse(config.write(), "again")).isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"feature_size\": 80} | feature_size",
        "{\"padding_side\": \"left\"} | padding_side",
        "{\"feature_extractor_type\": \"WhisperFeatureExtractor\"} | feature_extractor_type",
        "{\"sampling_rate\": 0} | sampling_rate",
        "{\"sampling_rate\": 44100.5} | sampling_rate",
        "{\"do_normalize\": \"yes\"} | do_normalize",
        "{\"return_attention_mask\": 1} | return_attention_mask",
        "{\"padding_value\": 1e300} | padding_value",
        "[1] | preprocessor.json"
      })
  void whatCannotBeHonouredIsRefusedByName(String json, String named) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(named);
  }
}
