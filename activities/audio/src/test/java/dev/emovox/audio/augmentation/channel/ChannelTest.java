package dev.emovox.audio.augmentation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.Sounds;
import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  private static final int RATE = Sounds.RATE;

  /** Decibels that the line adds to a tone, away from its ends. */
  private static double passed(double hertz, int rate) {
    float[] tone = Sounds.tone(hertz, rate, rate);
    float[] heard = new TelephoneBand().apply(tone, rate, 0);
    return Sounds.ratio(
        Arrays.copyOfRange(heard, rate / 4, 3 * rate / 4),
        Arrays.copyOfRange(tone, rate / 4, 3 * rate / 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050, 48_000})
  void theTelephoneCarriesItsBand(int rate) {
    for (double hertz : new double[] {400, 1000, 2500, 3300}) {
      assertThat(passed(hertz, rate)).as("%s Hz", hertz).isCloseTo(0, within(0.1));
    }
    assertThat(passed(300, rate)).isCloseTo(-6, within(0.3));
    assertThat(passed(3400, rate)).isCloseTo(-6, within(0.3));
    for (double hertz : new double[] {50, 100, 200, 3500, 4000, 7000}) {
      assertThat(passed(hertz, rate)).as("%s Hz", hertz).isLessThan(-60);
    }
  }

  @Test
  void lowRatesLoseTheLowEndOnly() {
    assertThat(passed(2900, 6000)).isCloseTo(0, within(0.1));
    assertThat(passed(100, 6000)).isLessThan(-60);
  }

  @Test
  void theLineDelaysNothing() {
    float[] click = new float[4000];
    click[1234] = 1;
    float[] heard = new TelephoneBand().apply(click, RATE, 0);
    int loudest = 0;
    for (int i = 0; i < heard.length; i++) {
      loudest = Math.abs(heard[i]) > Math.abs(heard[loudest]) ? i : loudest;
    }
    assertThat(loudest).isEqualTo(1234);
    assertThat(new TelephoneBand().apply(new float[0], RATE, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -10, -20, -30})
  void muLawsNoiseFollowsTheLevel(double decibels) {
    float[] tone = new Gain(6.02 + decibels).apply(Sounds.tone(441.3, RATE, RATE), RATE, 0);
    float[] decoded = new MuLaw().apply(tone, RATE, 0);
    assertThat(Sounds.ratio(tone, Sounds.difference(decoded, tone))).isBetween(35.0, 40.0);
  }

  @Test
  void muLawHasFewLevelsAndClips() {
    float[] decoded = new MuLaw().apply(new float[] {0, 1, -1, 5, -5, 1e-6f, -1e-6f}, RATE, 0);
    assertThat(decoded).containsExactly(new float[] {0, 1, -1, 1, -1, 0, 0}, within(1e-6f));
    float[] coded = new MuLaw().apply(Sounds.noise(100_000), RATE, 0);
    assertThat(Arrays.stream(boxed(coded)).distinct().count()).isLessThan(256);
  }

  private static Float[] boxed(float[] samples) {
    Float[] boxed = new Float[samples.length];
    Arrays.setAll(boxed, i -> samples[i]);
    return boxed;
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "-12.5, -12.5", "0, 0"})
  void gainIsInDecibels(double gain, double measured) {
    float[] noise = Sounds.noise(1000);
    assertThat(Sounds.ratio(new Gain(gain).apply(noise, RATE, 0), noise))
        .isCloseTo(measured, within(1e-4));
  }

  @Test
  void delayIsSilenceBefore() {
    float[] delayed = new Delay(0.01).apply(Sounds.noise(50), RATE, 0);
    assertThat(delayed).hasSize(210);
    assertThat(Arrays.copyOf(delayed, 160)).containsOnly(0);
    assertThat(Arrays.copyOfRange(delayed, 160, 210)).isEqualTo(Sounds.noise(50));
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Gain(61)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new Delay(-1)).isInstanceOf(InvalidInputException.class);
  }
}
