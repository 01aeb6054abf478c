package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 64, 1001, 5000})
  void theMedianIsThatOfTheSortedValues(int count) {
    for (int kinds : new int[] {1, 3, 50, 1_000_000}) {
      float[] values = new float[count + 2];
      Arrays.fill(values, Float.NEGATIVE_INFINITY);
      for (int i = 0; i < count; i++) {
        values[i] = random.nextInt(kinds) / 8f;
      }
      float[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      float upper = sorted[count / 2];
      float expected = count % 2 == 1 ? upper : (sorted[count / 2 - 1] + upper) / 2;

      assertThat(Selection.median(values, count)).as("%d kinds", kinds).isEqualTo(expected);
    }
  }

  @Test
  void sortedAndReversedValuesTakeNoLonger() {
    float[] rising = new float[100_000];
    float[] falling = new float[rising.length];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = i;
      falling[i] = rising.length - 1 - i;
    }
    assertThat(Selection.median(rising, rising.length)).isEqualTo(49_999.5f);
    assertThat(Selection.median(falling, falling.length)).isEqualTo(49_999.5f);
  }
}
