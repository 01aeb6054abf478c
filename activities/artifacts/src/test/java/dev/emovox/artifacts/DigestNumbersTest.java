package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import org.junit.jupiter.api.Test;

class DigestNumbersTest {
  private static final int MANY = 5000;
  private final DigestNumbers numbers = new DigestNumbers();

  @Test
  void numbersInTheOrderOfComing() {
    for (int i = 0; i < MANY; i++) {
      assertThat(numbers.add(Digest.of("clip " + i))).isEqualTo(i);
    }

    assertThat(numbers.size()).isEqualTo(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(numbers.find(Digest.of("clip " + i))).isEqualTo(i);
      assertThat(numbers.get(i)).isEqualTo(Digest.of("clip " + i));
    }
    assertThat(numbers.find(Digest.of("another"))).isEqualTo(-1);
  }

  @Test
  void aKnownDigestKeepsItsNumber() {
    numbers.add(Digest.of("a"));
    numbers.add(Digest.of("b"));

    assertThat(numbers.add(Digest.of("a"))).isZero();
    assertThat(numbers.size()).isEqualTo(2);
  }

  @Test
  void digestsThatBeginAlikeAreTold() {
    String start = "f".repeat(48);
    Digest one = new Digest(start + "0".repeat(16));
    Digest other = new Digest(start + "8".repeat(16));

    assertThat(numbers.add(one)).isZero();
    assertThat(numbers.find(other)).isEqualTo(-1);
    assertThat(numbers.add(other)).isEqualTo(1);
    assertThat(numbers.get(1)).isEqualTo(other);
  }
}
