package dev.emovox.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTest {
  private static final int RATE = 16_000;

  private static float[] tone(double hertz, double amplitude) {
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }

  @Test
  void hearsATone() {
    Sound sound = Sound.of(tone(200, 0.1 * Math.sqrt(2)), RATE);
    assertThat(sound.levelDecibels()).isCloseTo(-20, within(1e-3));
    assertThat(sound.seconds()).isEqualTo(1);
    assertThat(sound.brightnessHertz()).isCloseTo(200, within(0.5));
    assertThat(sound.pauses()).isZero();
  }

  @Test
  void levelAloneMovesWithTheVolume() {
    Sound loud = Sound.of(tone(300, 0.5), RATE);
    Sound soft = Sound.of(tone(300, 0.05), RATE);
    assertThat(loud.levelDecibels() - soft.levelDecibels()).isCloseTo(20, within(1e-3));
    assertThat(soft.brightnessHertz()).isCloseTo(loud.brightnessHertz(), within(1e-3));
    assertThat(soft.pauses()).isEqualTo(loud.pauses());
  }

  @Test
  void countsPauses() {
    float[] samples = tone(300, 0.5);
    for (int i = 0; i < RATE / 4; i++) {
      samples[i] /= 1000;
    }
    assertThat(Sound.of(samples, RATE).pauses()).isEqualTo(0.25);
  }

  @Test
  void silenceAndASingleSampleAreSoundsToo() {
    Sound silence = Sound.of(new float[RATE], RATE);
    assertThat(silence.levelDecibels()).isEqualTo(Sound.SILENCE_DECIBELS);
    assertThat(silence.brightnessHertz()).isZero();
    assertThat(silence.pauses()).isZero();
    assertThat(Sound.of(new float[] {1}, RATE).levelDecibels()).isZero();
  }

  @Test
  void readsProbabilities() {
    Verdict verdict = Verdict.of(0.25, 0.5, 0.25);
    assertThat(verdict.label()).isEqualTo(1);
    assertThat(verdict.confidence()).isEqualTo(0.5);
    assertThat(verdict.entropy()).isCloseTo(1.5 * Math.log(2), within(1e-12));
    assertThat(Verdict.of(1, 0)).isEqualTo(new Verdict(0, 1, 0));
    assertThat(Verdict.of(0.5, 0.5).label()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 1, 0",
    "-20, -1, 1, 0",
    "-20, Infinity, 1, 0",
    "-20, 1, NaN, 0",
    "-20, 1, 1, 1.1"
  })
  void refusesWhatIsNoSound(double level, double seconds, double brightness, double pauses) {
    assertThatThrownBy(() -> new Sound(level, seconds, brightness, pauses))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.5, 1", "0, 1.5, 1", "0, NaN, 1", "0, 0.5, -0.1", "0, 0.5, Infinity"})
  void refusesWhatIsNoVerdict(int label, double confidence, double entropy) {
    assertThatThrownBy(() -> new Verdict(label, confidence, entropy))
        .isInstanceOf(InvalidInputException.class);
  }
}
