package dev.emovox.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.noise.NoiseSource;
import dev.emovox.audio.augmentation.noise.Pink;
import dev.emovox.audio.augmentation.noise.White;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SpeechTrimming;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTrimmerTest {
  private static final double ONSET = 0.7;
  private static final double OFFSET = 2.1;
  private static final double SECONDS = 3;

  private static final SpeechTrimmer TIGHT = new SpeechTrimmer(new SpeechTrimming(6, 40, 0));

  /** Syllables of a buzzing voice from onset to offset, five a second, with pauses between. */
  private static float[] speech(int rate) {
    float[] samples = new float[(int) (SECONDS * rate)];
    for (int i = (int) (ONSET * rate); i < OFFSET * rate; i++) {
      double time = i / (double) rate - ONSET;
      double syllable = Math.abs(Math.sin(Math.PI * 5 * time));
      double edge = Math.min(1, Math.min(time, OFFSET - ONSET - time) / 0.01);
      double voice = 0;
      for (int harmonic = 1; harmonic <= 15; harmonic++) {
        voice += Math.sin(2 * Math.PI * 140 * harmonic * time) / harmonic;
      }
      samples[i] = (float) (0.2 * edge * (0.3 + 0.7 * syllable) * voice);
    }
    return samples;
  }

  private static float[] with(
      float[] speech, NoiseSource source, double ratio, int rate, long seed) {
    float[] voiced = Arrays.copyOfRange(speech, (int) (ONSET * rate), (int) (OFFSET * rate));
    float[] noise = source.make(speech.length, rate, seed);
    double factor = Level.of(voiced) / Level.of(noise) * Level.amplitude(-ratio);
    float[] noisy = new float[speech.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (float) (speech[i] + factor * noise[i]);
    }
    return noisy;
  }

  @ParameterizedTest
  @CsvSource({
    "40, 16000, 0.03",
    "30, 44100, 0.03",
    "20, 16000, 0.03",
    "15, 8000, 0.05",
    "10, 16000, 0.08"
  })
  void speechIsFoundInNoise(double ratio, int rate, double error) {
    for (NoiseSource source : List.of(new White(), new Pink())) {
      for (long seed = 0; seed < 10; seed++) {
        float[] clip = with(speech(rate), source, ratio, rate, seed);
        SpeechSpan found = TIGHT.find(clip, rate).orElseThrow();
        assertThat(found.start() / (double) rate).isCloseTo(ONSET, within(error));
        assertThat(found.end() / (double) rate).isCloseTo(OFFSET, within(error));
      }
    }
  }

  @Test
  void speechInDigitalSilenceIsFound() {
    SpeechSpan found = TIGHT.find(speech(16_000), 16_000).orElseThrow();
    assertThat(found.start() / 16_000.0).isCloseTo(ONSET, within(0.02));
    assertThat(found.end() / 16_000.0).isCloseTo(OFFSET, within(0.02));
  }

  @Test
  void someSilenceIsKept() {
    float[] clip = speech(16_000);
    float[] trimmed = new SpeechTrimmer(SpeechTrimming.standard()).trim(clip, 16_000);
    assertThat(trimmed.length / 16_000.0).isCloseTo(OFFSET - ONSET + 0.2, within(0.04));
    assertThat(new SpeechTrimmer(new SpeechTrimming(6, 40, 5)).trim(clip, 16_000)).isSameAs(clip);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 400, 16_000, 160_000})
  void clipsWithoutSpeechAreLeftWhole(int length) {
    float[] silence = new float[length];
    assertThat(TIGHT.find(silence, 16_000)).isEmpty();
    assertThat(TIGHT.trim(silence, 16_000)).isSameAs(silence);
    for (NoiseSource source : List.of(new White(), new Pink())) {
      for (long seed = 0; seed < 10; seed++) {
        float[] noise = source.make(length, 16_000, seed);
        assertThat(TIGHT.trim(noise, 16_000)).isSameAs(noise);
      }
    }
  }

  @Test
  void aClickIsNoSpeech() {
    float[] click = with(speech(16_000), new White(), 20, 16_000, 1);
    for (int i = 0; i < 80; i++) {
      click[1600 + i] = 0.3f;
    }
    SpeechSpan found = TIGHT.find(click, 16_000).orElseThrow();
    assertThat(found.start() / 16_000.0).isCloseTo(ONSET, within(0.05));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    for (SpeechTrimming wrong :
        List.of(
            new SpeechTrimming(0, 40, 0),
            new SpeechTrimming(6, Double.NaN, 0),
            new SpeechTrimming(6, 40, -1))) {
      assertThatThrownBy(() -> new SpeechTrimmer(wrong))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("trimming.");
    }
  }
}
