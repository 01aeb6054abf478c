package dev.emovox.wav2vec2.model.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.wav2vec2.config.SpecAugmentConfig.Spans;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanSamplerTest {
  private static final int DRAWS = 20_000;

  /**
   * Mean and deviation of the number of masked places, and how often the first and the middle one
   * are masked, in as many draws of transformers 5.23's {@code _compute_mask_indices}.
   */
  @ParameterizedTest
  @CsvSource({
    "0.05, 10, 2, 149, 149, 19.380, 1.889, 0.0139, 0.1406",
    "0.65, 10, 0, 100, 100, 49.911, 6.819, 0.0734, 0.5390",
    "0.30, 4, 0, 17, 40, 4.864, 1.533, 0.0915, 0.3435",
    "0.05, 10, 2, 12, 60, 11.329, 0.470, 0.6652, 1.0",
    "0.50, 10, 0, 9, 60, 0, 0, 0, 0",
    "0.90, 5, 0, 23, 23, 14.663, 2.232, 0.2115, 0.7435"
  })
  void drawsAsTransformersDoes(
      double probability,
      int length,
      int minimum,
      int own,
      int axis,
      double mean,
      double deviation,
      double first,
      double middle) {
    SpanSampler sampler =
        new SpanSampler(new Spans(probability, length, minimum), new SplittableRandom(1));
    double sum = 0;
    double squares = 0;
    int firsts = 0;
    int middles = 0;
    for (int i = 0; i < DRAWS; i++) {
      BitSet masked = sampler.draw(own, axis);
      assertThat(masked.length()).isLessThanOrEqualTo(own);
      sum += masked.cardinality();
      squares += Math.pow(masked.cardinality(), 2);
      firsts += masked.get(0) ? 1 : 0;
      middles += masked.get(own / 2) ? 1 : 0;
    }
    assertThat(sum / DRAWS).isCloseTo(mean, within(0.2));
    assertThat(Math.sqrt(squares / DRAWS - Math.pow(sum / DRAWS, 2)))
        .isCloseTo(deviation, within(0.1));
    assertThat((double) firsts / DRAWS).isCloseTo(first, within(0.012));
    assertThat((double) middles / DRAWS).isCloseTo(middle, within(0.015));
  }

  @Test
  void aSpanThatDoesNotFitIsNotDrawn() {
    assertThat(draw(new Spans(1, 10, 5), 9, 9)).isEmpty();
    assertThat(draw(new Spans(1, 10, 5), 10, 10)).hasSize(10);
    assertThat(draw(new Spans(1, 65_536, 65_536), 3, 3)).isEmpty();
  }

  @Test
  void nothingIsDrawnForNothing() {
    assertThat(draw(new Spans(0, 10, 0), 100, 100)).isEmpty();
  }

  @Test
  void everythingCanBeMasked() {
    assertThat(draw(new Spans(1, 1, 0), 50, 50)).hasSize(50);
  }

  private static int[] draw(Spans spans, int own, int axis) {
    return new SpanSampler(spans, new SplittableRandom(2)).draw(own, axis).stream().toArray();
  }
}
