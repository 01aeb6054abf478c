package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSetTest {
  @Test
  void sortsTheNamesThatOccur() {
    LabelSet labels = LabelSet.sorted(List.of("sad", "angry", "sad"));
    assertThat(labels.labels()).containsExactly("angry", "sad");
    assertThat(labels.size()).isEqualTo(2);
    assertThat(labels.index("sad")).isEqualTo(1);
    assertThat(labels.name(1)).isEqualTo("sad");
  }

  @Test
  void theirOrderIsPartOfTheDigest() {
    assertThat(new LabelSet(List.of("a", "b")).digest())
        .isNotEqualTo(new LabelSet(List.of("b", "a")).digest())
        .isEqualTo(new LabelSet(List.of("a", "b")).digest());
  }

  @Test
  void refusesNamesThatOccurTwiceOrAreNotThere() {
    assertThatThrownBy(() -> new LabelSet(List.of("a", "a"))).hasMessageContaining("twice");
    assertThatThrownBy(() -> new LabelSet(List.of("a")).index("b")).hasMessageContaining("'b'");
  }
}
