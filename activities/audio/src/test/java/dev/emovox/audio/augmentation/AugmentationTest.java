package dev.emovox.audio.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {
  private static final int RATE = 16_000;
  private static final Percentage ONE_PERCENT = Percentage.withPercentage(1);

  /** The bins around a tone lose each other's phase, as in every vocoder of this kind. */
  private static final Percentage VOCODER_LOSS = Percentage.withPercentage(15);

  private static float[] tone(double hertz, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }

  private static float[] noise(int count) {
    Random random = new Random(3);
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return samples;
  }

  /** The fundamental of a tone by its upward crossings of zero, without the ends. */
  private static double hertz(float[] tone) {
    double first = Double.NaN;
    double last = Double.NaN;
    int periods = -1;
    for (int i = 2048; i < tone.length - 2048; i++) {
      if (tone[i - 1] < 0 && tone[i] >= 0) {
        last = i - tone[i] / (tone[i] - tone[i - 1]);
        first = periods < 0 ? last : first;
        periods++;
      }
    }
    return periods * RATE / (last - first);
  }

  private static double level(float[] samples) {
    double squares = 0;
    for (int i = 2048; i < samples.length - 2048; i++) {
      squares += (double) samples[i] * samples[i];
    }
    return Math.sqrt(squares / (samples.length - 4096));
  }

  static Stream<Augmentation> paper() {
    return Stream.concat(
        ClipVersion.paper().stream().map(Augmentation::of),
        Stream.of(new SpeedChange(0.93), new SpeedChange(1.07)));
  }

  @ParameterizedTest
  @CsvSource({"0.9, 220", "1.1, 220", "0.5, 440", "1.7, 1000", "4, 331"})
  void stretchingChangesTheDurationAndNotThePitch(double rate, double fundamental) {
    float[] stretched = new TimeStretch(rate).apply(tone(fundamental, 3 * RATE), RATE, 0);

    assertThat((double) stretched.length).isCloseTo(3 * RATE / rate, ONE_PERCENT);
    assertThat(hertz(stretched)).isCloseTo(fundamental, ONE_PERCENT);
    assertThat(level(stretched)).isCloseTo(0.5 / Math.sqrt(2), VOCODER_LOSS);
  }

  @ParameterizedTest
  @CsvSource({"2, 220", "-2, 220", "12, 440", "-7, 1000", "0.5, 331", "0, 331"})
  void shiftingChangesThePitchAndNotTheDuration(double semitones, double fundamental) {
    float[] shifted = new PitchShift(semitones).apply(tone(fundamental, 3 * RATE), RATE, 0);

    assertThat(shifted).hasSize(3 * RATE);
    assertThat(hertz(shifted)).isCloseTo(fundamental * Math.pow(2, semitones / 12), ONE_PERCENT);
    assertThat(level(shifted)).isCloseTo(0.5 / Math.sqrt(2), VOCODER_LOSS);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 220", "1.1, 220", "0.93, 440", "1.07, 1000", "0.5, 331", "2, 331", "1, 331"})
  void speedChangesTempoAndPitchTogether(double factor, double fundamental) {
    float[] changed = new SpeedChange(factor).apply(tone(fundamental, 3 * RATE), RATE, 0);

    assertThat((double) changed.length).isCloseTo(3 * RATE / factor, within(1.0));
    assertThat(hertz(changed)).isCloseTo(fundamental * factor, Percentage.withPercentage(0.001));
    assertThat(level(changed)).isCloseTo(0.5 / Math.sqrt(2), Percentage.withPercentage(0.2));
  }

  @Test
  void aRateOfOneLeavesTheSoundAsItIs() {
    float[] signal = noise(RATE);
    float[] same = new TimeStretch(1).apply(signal, RATE, 0);

    assertThat(same).containsExactly(signal, within(1e-6f));
  }

  @Test
  void noiseHasItsDeviationAndItsSeed() {
    Augmentation noise = new WhiteNoise(0.005);
    float[] silence = new float[200_000];
    float[] noisy = noise.apply(silence, RATE, 7);

    assertThat(level(noisy)).isCloseTo(0.005, ONE_PERCENT);
    assertThat(noise.apply(silence, RATE, 7)).isEqualTo(noisy);
    assertThat(noise.apply(silence, RATE, 8)).isNotEqualTo(noisy);
    assertThat(silence).containsOnly(0);
  }

  @Test
  void preEmphasisRaisesHighFrequencies() {
    Augmentation filter = new PreEmphasis(0.97);

    assertThat(level(filter.apply(tone(100, RATE), RATE, 0))).isLessThan(0.02);
    assertThat(level(filter.apply(tone(7900, RATE), RATE, 0))).isGreaterThan(0.6);
    assertThat(filter.apply(new float[] {1, 2, 4}, RATE, 0))
        .containsExactly(new float[] {1, 1.03f, 2.06f}, within(1e-6f));
  }

  @ParameterizedTest
  @MethodSource("paper")
  void theBeginningDecidesTheBeginning(Augmentation augmentation) {
    float[] signal = noise(5 * RATE);
    int outputs = 2 * RATE + 17;
    int reach = augmentation.reach(outputs);
    assertThat(reach).isLessThan(signal.length);

    float[] whole = augmentation.apply(signal, RATE, 1);
    float[] part = augmentation.apply(Arrays.copyOf(signal, reach), RATE, 1);

    assertThat(Arrays.copyOf(part, outputs)).isEqualTo(Arrays.copyOf(whole, outputs));
  }

  @ParameterizedTest
  @MethodSource("paper")
  void anyLengthWillDo(Augmentation augmentation) {
    for (int length : new int[] {0, 1, 2, 511, 512, 513, 2047, 2049, 5000}) {
      float[] changed = augmentation.apply(noise(length), RATE, 1);
      assertThat((double) changed.length).isCloseTo(length, within(0.12 * length + 1));
      for (float sample : changed) {
        assertThat(sample).isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("paper")
  void whatCameBeforeDoesNotMatter(Augmentation augmentation) {
    float[] first = augmentation.apply(noise(9000), RATE, 1);
    augmentation.apply(tone(300, 40_000), RATE, 2);

    assertThat(augmentation.apply(noise(9000), RATE, 1)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -25, 25, Double.POSITIVE_INFINITY})
  void numbersOutOfRangeAreRefused(double value) {
    Stream.<ClipVersion>of(
            new ClipVersion.WhiteNoise(value),
            new ClipVersion.TimeStretch(value),
            new ClipVersion.PitchShift(value),
            new ClipVersion.PreEmphasis(value))
        .forEach(
            version ->
                assertThatThrownBy(() -> Augmentation.of(version))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("must be from"));
  }

  /** Longer sounds go through the vocoder in several parts, shorter ones in one. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.9, 1.1, 4})
  void partsOfALongSoundFitTogether(double rate) {
    float[] sound = Sounds.noise(12 * RATE);
    TimeStretch stretch = new TimeStretch(rate);
    float[] whole = stretch.apply(sound, RATE, 0);
    assertThat(whole).hasSize((int) Math.rint(sound.length / rate));
    float[] beginning = Arrays.copyOf(sound, 2 * RATE);
    float[] alone = stretch.apply(beginning, RATE, 0);
    int same = alone.length - (int) (4096 / rate) - 2048;
    assertThat(Arrays.copyOf(whole, same))
        .containsExactly(Arrays.copyOf(alone, same), within(1e-6f));
    assertThat(Level.of(Arrays.copyOfRange(whole, whole.length / 2, whole.length * 3 / 4)))
        .isCloseTo(Level.of(alone), withinPercentage(20));
  }

  @Test
  void severalMayShareTheSpectrumOfASound() {
    float[] sound = Sounds.noise(3 * RATE);
    PhaseVocoder vocoder = new PhaseVocoder();
    vocoder.open(sound);
    for (Stretching change :
        List.of(
            new TimeStretch(0.9), new PitchShift(2), new TimeStretch(1.1), new PitchShift(-2))) {
      float[] alone = change.apply(sound, RATE, 0);
      assertThat(change.apply(vocoder, 1000)).containsExactly(Arrays.copyOf(alone, 1000));
      assertThat(change.apply(vocoder, Integer.MAX_VALUE)).containsExactly(alone);
    }
  }
}
