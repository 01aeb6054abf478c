package dev.emovox.audio.augmentation.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.augmentation.noise.SpeakerVoices.SpokenClip;
import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpeakerVoicesTest {
  private static final SpeakerVoices VOICES =
      of(
          new SpokenClip("b", "5"),
          new SpokenClip("a", "3"),
          new SpokenClip("c", "4"),
          new SpokenClip("b", "1"));

  @Test
  void othersAreAllButTheSpeakerInAnOrderOfTheirOwn() {
    assertThat(heard(VOICES.otherThan("a"))).containsExactly(1, 5, 4);
    assertThat(heard(VOICES.otherThan("b"))).containsExactly(3, 4);
    assertThat(heard(VOICES.otherThan("c"))).containsExactly(3, 1, 5);
  }

  @Test
  void whoIsNotKnownOrNotAmongThemHearsAll() {
    assertThat(heard(VOICES.otherThan(""))).containsExactly(3, 1, 5, 4);
    assertThat(heard(VOICES.otherThan("d"))).containsExactly(3, 1, 5, 4);
  }

  @Test
  void aSingleSpeakerHasNoOthers() {
    assertThatCode(VOICES::requireOthers).doesNotThrowAnyException();
    assertThatCode(() -> of(new SpokenClip("", "1")).requireOthers()).doesNotThrowAnyException();
    assertThatThrownBy(() -> of(new SpokenClip("a", "1"), new SpokenClip("a", "2")).requireOthers())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("are of a.");
  }

  private static SpeakerVoices of(SpokenClip... clips) {
    return new SpeakerVoices(List.of(clips), id -> new float[] {Integer.parseInt(id)});
  }

  private static List<Integer> heard(Voices voices) {
    return IntStream.range(0, voices.count()).map(i -> (int) voices.voice(i)[0]).boxed().toList();
  }
}
