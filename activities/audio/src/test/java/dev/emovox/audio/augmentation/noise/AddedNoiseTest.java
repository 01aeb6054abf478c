package dev.emovox.audio.augmentation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.Sounds;
import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddedNoiseTest {
  private static final int RATE = Sounds.RATE;
  private static final float[] CLIP = Sounds.tone(220, RATE, 2 * RATE);

  private static Voices voices(float[]... clips) {
    List<float[]> all = List.of(clips);
    return new Voices() {
      @Override
      public int count() {
        return all.size();
      }

      @Override
      public float[] voice(int index) {
        return all.get(index);
      }
    };
  }

  private static Voices people() {
    return voices(
        Sounds.tone(150, RATE, 7000),
        Sounds.tone(333, RATE, 50_000),
        Sounds.noise(9000),
        new float[10],
        new float[0]);
  }

  static Stream<NoiseSource> sources() {
    return Stream.of(new White(), new Pink(), new Babble(people()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theRatioIsMet(NoiseSource source) {
    for (double ratio : new double[] {-5, 0, 10, 33}) {
      float[] noisy = new AddedNoise(source, ratio).apply(CLIP, RATE, 7);
      assertThat(Sounds.ratio(CLIP, Sounds.difference(noisy, CLIP))).isCloseTo(ratio, within(0.01));
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theSeedDecides(NoiseSource source) {
    AddedNoise noise = new AddedNoise(source, 10);
    float[] first = noise.apply(CLIP, RATE, 1);
    assertThat(first).isNotEqualTo(noise.apply(CLIP, RATE, 2));
    assertThat(noise.apply(CLIP, RATE, 1)).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void silenceStaysSilence(NoiseSource source) {
    assertThat(new AddedNoise(source, 10).apply(new float[99], RATE, 1)).containsOnly(0);
    assertThat(new AddedNoise(source, 10).apply(new float[0], RATE, 1)).isEmpty();
  }

  @Test
  void whiteNoiseIsFlat() {
    float[] noise = new White().make(30 * RATE, RATE, 1);
    double reference = octave(noise, 1000);
    for (double hertz : new double[] {125, 250, 500, 2000, 4000}) {
      // An octave higher has twice the hertz, so the power of a band of fixed width is the same.
      assertThat(octave(noise, hertz)).isCloseTo(reference, within(0.7));
    }
  }

  @Test
  void pinkNoiseLosesThreeDecibelsAnOctave() {
    for (int rate : new int[] {16_000, 44_100}) {
      float[] noise = new Pink().make(30 * rate, rate, 1);
      double reference = 10 * Math.log10(1000) + octave(noise, 1000, rate);
      for (double hertz : new double[] {125, 250, 500, 2000, 4000}) {
        assertThat(10 * Math.log10(hertz) + octave(noise, hertz, rate))
            .isCloseTo(reference, within(1.0));
      }
    }
  }

  private static double octave(float[] noise, double hertz) {
    return octave(noise, hertz, RATE);
  }

  /** The mean power per hertz in the octave around a frequency, decibels. */
  private static double octave(float[] noise, double centre, int rate) {
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      double hertz = centre * Math.pow(2, (i - 3.5) / 8);
      sum += Sounds.power(noise, hertz, rate);
    }
    return sum / 8;
  }

  @Test
  void babbleNeedsPeople() {
    assertThatThrownBy(() -> new Babble(voices()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("choose white or pink");
    float[] silent = new AddedNoise(new Babble(voices(new float[5])), 3).apply(CLIP, RATE, 1);
    assertThat(silent).isEqualTo(CLIP);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -21, 101})
  void ratiosOutOfRangeAreRefused(double ratio) {
    assertThatThrownBy(() -> new AddedNoise(new White(), ratio))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("signal-to-noise ratio");
  }
}
