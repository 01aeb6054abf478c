package dev.emovox.corpora.splits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

  @Test
  void joinsWhatHangsTogetherThroughAnyKey() {
    List<String> items = List.of("a1", "b1", "b2", "c3", "d2", "e4");

    assertThat(Groups.of(items, List.of(s -> s.substring(0, 1), s -> s.substring(1))))
        .containsExactly(List.of("a1", "b1", "b2", "d2"), List.of("c3"), List.of("e4"));
  }

  @Test
  void hasNoGroupOfNothing() {
    assertThat(Groups.of(List.<String>of(), List.of(s -> s))).isEmpty();
  }
}
