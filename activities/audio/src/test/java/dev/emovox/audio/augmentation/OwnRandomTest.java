package dev.emovox.audio.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRandomTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 0x5DEECE66DL, 987_654_321_012L})
  void numbersAreThoseOfJavasRandom(long seed) {
    Random expected = new Random(seed);
    Random own = new OwnRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      assertThat(own.nextGaussian()).isEqualTo(expected.nextGaussian());
      assertThat(own.nextDouble()).isEqualTo(expected.nextDouble());
      assertThat(own.nextInt(7)).isEqualTo(expected.nextInt(7));
      assertThat(own.nextLong()).isEqualTo(expected.nextLong());
    }
  }
}
