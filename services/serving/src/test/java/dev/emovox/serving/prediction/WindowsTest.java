package dev.emovox.serving.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.UnusableAudioException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
  private static final int RATE = 8_000;
  private static final Windows.Limits LIMITS = new Windows.Limits(100, 10);

  private static AudioClip ramp(int samples) {
    float[] values = new float[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = i;
    }
    return new AudioClip(values, RATE);
  }

  @ParameterizedTest
  @CsvSource({
    "24000, 1, 0.5, 5",
    "24000, 1, 1, 3",
    "24001, 1, 1, 4",
    "24000, 0.3, 0.1, 28",
    "8000, 1, 0.5, 1",
    "100, 1, 0.5, 1",
    "24000, 1, 5, 2"
  })
  void coverTheClip(int samples, double seconds, double hop, int count) {
    List<Windows.Window> windows = new Windows(seconds, hop, LIMITS).of(ramp(samples));

    assertThat(windows).hasSize(count);
    assertThat(windows.get(0).start()).isZero();
    assertThat(windows.get(count - 1).end()).isCloseTo(samples / (double) RATE, within(1e-9));
    for (Windows.Window window : windows) {
      assertThat(window.clip().samples()).hasSize((int) Math.min(samples, seconds * RATE));
      assertThat(window.clip().samples()[0]).isEqualTo((float) (window.start() * RATE));
    }
    for (int i = 1; i < count - 1; i++) {
      assertThat(windows.get(i).start()).isCloseTo(i * hop, within(1e-9));
    }
  }

  @Test
  void areRefusedIfThereAreTooMany() {
    Windows windows = new Windows(1, 1e-9, LIMITS);

    assertThatExceptionOfType(UnusableAudioException.class)
        .isThrownBy(() -> windows.of(ramp(24_000)))
        .withMessageContaining("at most 100");
  }

  @Test
  void areRefusedIfTheyAreTooLongTogether() {
    Windows overlapping = new Windows(2, 0.1, LIMITS);

    assertThatExceptionOfType(UnusableAudioException.class)
        .isThrownBy(() -> overlapping.of(ramp(24_000)))
        .withMessageContaining("windows of 22.0 s together, and at most 10.0 s");
  }

  @Test
  void mayBeTheWholeOfAClipHoweverLongItIs() {
    assertThat(new Windows(100, 50, LIMITS).of(ramp(20 * RATE))).hasSize(1);
  }
}
