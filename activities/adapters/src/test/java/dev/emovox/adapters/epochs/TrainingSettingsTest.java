package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {

  @Test
  void aProcessWithoutVariablesHasTheStandardSettings() {
    TrainingSettings settings = TrainingSettings.of(Map.of());

    assertThat(settings.device()).isEqualTo(ComputeDevice.CPU);
    assertThat(settings.threads()).isPositive();
    assertThat(settings.checkpointInterval()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.waveformBytes()).isEqualTo(8L << 30);
    assertThat(settings.cache().root())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/emovox"));
  }

  @Test
  void variablesAreHeard() {
    TrainingSettings settings =
        TrainingSettings.of(
            Map.of(
                "EMOVOX_DEVICE", "cuda:1",
                "EMOVOX_THREADS", "3",
                "EMOVOX_CHECKPOINT_SECONDS", "0",
                "EMOVOX_WAVEFORM_CACHE_MB", "10",
                "EMOVOX_CACHE_DIR", "/cache"));

    assertThat(settings.device()).isEqualTo(ComputeDevice.parse("cuda:1"));
    assertThat(settings.threads()).isEqualTo(3);
    assertThat(settings.checkpointInterval()).isZero();
    assertThat(settings.waveformBytes()).isEqualTo(10 << 20);
    assertThat(settings.cache().root()).isEqualTo(Path.of("/cache"));
  }

  @ParameterizedTest
  @CsvSource({
    "EMOVOX_DEVICE, gpu",
    "EMOVOX_THREADS, 0",
    "EMOVOX_CHECKPOINT_SECONDS, soon",
    "EMOVOX_CHECKPOINT_SECONDS, -1",
    "EMOVOX_WAVEFORM_CACHE_MB, 1e9"
  })
  void nonsenseIsNamed(String variable, String value) {
    assertThatThrownBy(() -> TrainingSettings.of(Map.of(variable, value)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(value);
  }
}
