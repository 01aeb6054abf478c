package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static final int TARGET = 16_000;

  private final Resampler resampler = new Resampler();

  private float[] resampledSine(double hertz, int rate) {
    AudioClip clip = new AudioClip(Tones.sine(hertz, rate, rate, 1), rate);
    return resampler.resample(clip, TARGET).samples();
  }

  /** The root mean square of the middle, away from the ends where the signal begins and stops. */
  private static double level(float[] samples) {
    float[] middle = Arrays.copyOfRange(samples, samples.length / 4, samples.length * 3 / 4);
    double squares = 0;
    for (float sample : middle) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / middle.length);
  }

  private static double decibels(double ratio) {
    return 20 * Math.log10(ratio);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 24_414, 44_100, 44_101, 48_000, 96_000, 250_007})
  void keepsThePassBandFlat(int rate) {
    double nyquist = Math.min(rate, TARGET) / 2.0;
    for (double share : new double[] {0.01, 0.25, 0.5, 0.75, 0.85, 0.899}) {
      double gain = level(resampledSine(share * nyquist, rate)) * Math.sqrt(2);
      assertThat(decibels(gain)).as("%s of Nyquist", share).isCloseTo(0, within(0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {22_050, 24_414, 44_100, 44_101, 48_000, 96_000, 250_007})
  void removesWhatWouldFoldBack(int rate) {
    for (double hertz : new double[] {8_020, 8_500, 9_999, 0.495 * rate}) {
      double gain = level(resampledSine(hertz, rate)) * Math.sqrt(2);
      assertThat(decibels(gain)).as("%s Hz", hertz).isLessThan(-90);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {48_000, 44_100, 24_414, 22_050, 8_000})
  void ripplesLessThanATenthOfADecibelOverTheWholePassBand(int rate) {
    double edge = 0.9 * Math.min(rate, TARGET) / 2;
    for (int step = 1; step <= 60; step++) {
      double gain = level(resampledSine(step / 60.0 * edge, rate)) * Math.sqrt(2);
      assertThat(decibels(gain)).as("%d sixtieths", step).isCloseTo(0, within(0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {48_000, 44_100, 24_414, 22_050})
  void nothingFoldsBackFromAnywhereAbove(int rate) {
    for (int step = 0; step < 60; step++) {
      double hertz = 8_010 + step / 60.0 * (0.4995 * rate - 8_010);
      double gain = level(resampledSine(hertz, rate)) * Math.sqrt(2);
      assertThat(decibels(gain)).as("%s Hz", hertz).isLessThan(-90);
    }
  }

  @Test
  void addsNoImagesAboveALowerRate() {
    float[] samples = resampledSine(1_000, 8_000);
    float[] ideal = Tones.sine(1_000, TARGET, TARGET, 1);
    for (int i = 4_000; i < 12_000; i++) {
      samples[i] -= ideal[i];
    }
    assertThat(decibels(level(samples))).isLessThan(-90);
  }

  @Test
  void interpolatedFiltersAreAsGoodAsExactOnes() {
    float[] samples = resampledSine(3_000, 44_101);
    float[] ideal = Tones.sine(3_000, TARGET, TARGET, 1);
    for (int i = 4_000; i < 12_000; i++) {
      assertThat(samples[i]).isCloseTo(ideal[i], within(3e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"24414,24414,16000", "44100,44100,16000", "44100,1,1", "48000,7,3", "8000,5,10"})
  void lengthIsRoundedUp(int rate, int samples, int expected) {
    AudioClip clip = new AudioClip(new float[samples], rate);
    assertThat(resampler.resample(clip, TARGET).samples()).hasSize(expected);
  }

  @Test
  void beginningIsThatOfTheWhole() {
    AudioClip clip = new AudioClip(Tones.sine(700, 44_100, 20_000, 0.5), 44_100);
    float[] whole = resampler.resample(clip, TARGET).samples();
    assertThat(resampler.resample(clip, TARGET, 1_000).samples())
        .containsExactly(Arrays.copyOf(whole, 1_000));
  }

  @Test
  void sameRateIsTheSameClip() {
    AudioClip clip = new AudioClip(new float[10], TARGET);
    assertThat(resampler.resample(clip, TARGET)).isSameAs(clip);
  }

  @Test
  void constantStaysConstant() {
    float[] ones = new float[4_410];
    Arrays.fill(ones, 1);
    float[] result = resampler.resample(new AudioClip(ones, 44_100), TARGET).samples();
    assertThat(result[800]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void refusesRatesThatAreTooFarApart() {
    assertThatThrownBy(() -> resampler.resample(new AudioClip(new float[9], 2), TARGET))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> resampler.resample(new AudioClip(new float[9], Integer.MAX_VALUE), TARGET))
        .isInstanceOf(InvalidInputException.class);
  }
}
