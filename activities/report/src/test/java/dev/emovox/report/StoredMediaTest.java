package dev.emovox.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.ArtifactReader;
import dev.emovox.report.data.ConfusedClip;
import org.junit.jupiter.api.Test;

class StoredMediaTest {

  private static StoredMedia media(boolean withSounds) {
    return new StoredMedia(
        new ArtifactReader(artifact -> new byte[0]),
        digest -> {
          if (digest.equals(Digest.of("gone"))) {
            throw new WorkFailedException("It is gone.");
          }
          return new byte[2_000_000];
        },
        withSounds);
  }

  private static ConfusedClip.Audio clip(String name) {
    return new ConfusedClip.Audio(Digest.of(name), "wav", 1, 2_000_000);
  }

  @Test
  void soundsEndWhereTheRoomEnds() {
    StoredMedia media = media(true);

    assertThat(media.sound(clip("a"))).isPresent();
    assertThat(media.sound(clip("b"))).isPresent();
    assertThat(media.sound(clip("c"))).isEmpty();
  }

  @Test
  void aSoundThatIsGoneTakesNoRoom() {
    StoredMedia media = media(true);

    assertThat(media.sound(clip("gone"))).isEmpty();
    assertThat(media.sound(clip("a"))).isPresent();
    assertThat(media.sound(clip("b"))).isPresent();
  }

  @Test
  void nothingIsHeardIfNothingIsToBe() {
    assertThat(media(false).sound(clip("a"))).isEmpty();
  }
}
