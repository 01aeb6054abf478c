package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnsetRateTest {
  /** One onset more or less is a third of an onset a second. */
  private static final int SECONDS = 3;

  @ParameterizedTest
  @CsvSource({
    "16000, 3",
    "16000, 5",
    "16000, 6",
    "22050, 4",
    "44100, 3",
    "44100, 5",
    "48000, 6",
    "8000, 4"
  })
  void syllablesAreCounted(int sampleRate, int aSecond) {
    float[] signal = syllables(sampleRate, aSecond);

    assertThat(new OnsetRate(sampleRate).of(signal, signal.length))
        .isCloseTo(aSecond, within(1.01 / SECONDS));
  }

  @Test
  void whatFillsTheShapeDoesNotCount() {
    float[] signal = syllables(16_000, 4);
    float[] filled = Arrays.copyOf(signal, 2 * signal.length);

    assertThat(new OnsetRate(16_000).of(filled, signal.length))
        .isEqualTo(new OnsetRate(16_000).of(signal, signal.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 48_000})
  void silenceHasNone(int length) {
    assertThat(new OnsetRate(16_000).of(new float[48_000], length)).isZero();
  }

  /** Seven partials of a voice that begin so many times a second, in faint noise. */
  private static float[] syllables(int sampleRate, int aSecond) {
    Random random = new Random(9);
    float[] signal = new float[SECONDS * sampleRate];
    double period = (double) sampleRate / aSecond;
    for (int i = 0; i < signal.length; i++) {
      double place = (i + 0.7 * period) % period / period;
      double loudness = Math.max(0, Math.min(1, Math.min(place * 15, (0.6 - place) * 6)));
      double voice = 0;
      for (int partial = 1; partial < 8; partial++) {
        voice += Math.sin(2 * Math.PI * 150 * partial * i / sampleRate) / partial;
      }
      signal[i] = (float) (0.1 * loudness * voice + 1e-4 * random.nextGaussian());
    }
    return signal;
  }
}
