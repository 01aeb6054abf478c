package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthStepsTest {
  @Test
  void aLengthIsFilledUpByLessThanAnEighth() {
    for (int length = 1; length < 5000; length++) {
      assertThat(LengthSteps.atLeast(length)).isBetween(length, length + length / 8);
    }
  }

  @Test
  void anOctaveHasEightLengths() {
    assertThat(IntStream.rangeClosed(1025, 2048).map(LengthSteps::atLeast).distinct()).hasSize(8);
  }

  @Test
  void whatIsALengthStaysSo() {
    for (int length = 1; length < 5000; length++) {
      int filled = LengthSteps.atLeast(length);
      assertThat(LengthSteps.atLeast(filled)).isEqualTo(filled);
    }
  }
}
