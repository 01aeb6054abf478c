package dev.emovox.audio.spectrogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelMapTest {
  private static final int ROWS = 128;

  private static AudioClip tone(double hertz, int samples, int sampleRate) {
    float[] wave = new float[samples];
    for (int i = 0; i < samples; i++) {
      wave[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRate));
    }
    return new AudioClip(wave, sampleRate);
  }

  private static int loudestRow(LevelMap map, int column) {
    int loudest = 0;
    for (int row = 1; row < map.levels().length; row++) {
      loudest = map.levels()[row][column] > map.levels()[loudest][column] ? row : loudest;
    }
    return loudest;
  }

  @ParameterizedTest
  @EnumSource(FrequencyScale.class)
  void aToneIsWhereItsFrequencyIs(FrequencyScale scale) {
    for (int rate : new int[] {8000, 16_000, 24_414, 48_000}) {
      LevelMap map = LevelMap.of(tone(2000, rate, rate), 100, ROWS, scale);

      assertThat(map.highestHertz()).isEqualTo(rate / 2.0);
      double expected = scale.place(2000, map.highestHertz()) * ROWS;
      assertThat(loudestRow(map, 50) + 0.5).isCloseTo(expected, within(1.5));
    }
  }

  @Test
  void timeGoesToTheRight() {
    AudioClip clip = tone(1000, 16_000, 16_000);
    Arrays.fill(clip.samples(), 0, 8000, 0);
    LevelMap map = LevelMap.of(clip, 100, ROWS, FrequencyScale.MEL);

    int row = loudestRow(map, 75);
    assertThat(map.levels()[row][75]).isCloseTo(0, within(1f));
    assertThat(map.levels()[row][25]).isEqualTo(LevelMap.FLOOR);
  }

  @Test
  void levelsAreRelativeToTheLoudest() {
    AudioClip clip = tone(1000, 16_000, 16_000);
    for (int i = 8000; i < 16_000; i++) {
      clip.samples()[i] *= 0.1f;
    }
    LevelMap map = LevelMap.of(clip, 100, ROWS, FrequencyScale.LINEAR);

    int row = loudestRow(map, 75);
    assertThat(map.levels()[row][75] - map.levels()[row][25]).isCloseTo(-20, within(0.1f));
  }

  @Test
  void silenceIsAtTheFloor() {
    LevelMap map = LevelMap.of(tone(0, 4000, 16_000), 100, ROWS, FrequencyScale.MEL);

    for (float[] row : map.levels()) {
      assertThat(row).containsOnly(LevelMap.FLOOR);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 899, 900, 901, 5000})
  void everyLengthHasAMap(int samples) {
    AudioClip clip = tone(440, samples, 16_000);
    LevelMap map = LevelMap.of(clip, 900, ROWS, FrequencyScale.MEL);

    assertThat(map.levels()).hasDimensions(ROWS, Math.min(samples, 900));
    for (float[] row : map.levels()) {
      for (float level : row) {
        assertThat(level).isBetween((float) LevelMap.FLOOR, 0f);
      }
    }
    assertThat(Envelope.of(clip, 900).highest()).hasSize(Math.min(samples, 900));
  }

  @Test
  void aLongClipHasNoMoreValuesThanAShortOne() {
    LevelMap map = LevelMap.of(tone(440, 4_800_000, 8000), 900, ROWS, FrequencyScale.MEL);

    assertThat(map.levels()).hasDimensions(ROWS, 900);
  }

  @Test
  void theEnvelopeHasTheExtremes() {
    float[] samples = {0.1f, -0.4f, 0.2f, 0.9f, 0, 0, -1};
    Envelope envelope = Envelope.of(new AudioClip(samples, 8000), 3);

    assertThat(envelope.lowest()).containsExactly(-0.4f, 0.2f, -1f);
    assertThat(envelope.highest()).containsExactly(0.1f, 0.9f, 0f);
  }
}
