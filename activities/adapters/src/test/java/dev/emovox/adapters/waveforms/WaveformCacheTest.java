package dev.emovox.adapters.waveforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformCacheTest {
  private static final WaveformForm FORM = new WaveformForm(16_000, 100);
  private static final float[] WAVEFORM = {0.5f, -0.25f};
  private static final int FILE_BYTES = 24;

  @TempDir Path folder;

  @Test
  void isKeptForThisClipAndForm() {
    cache(10).keep(clip(1), FORM, WAVEFORM);

    WaveformCache another = cache(10);
    assertThat(another.find(clip(1), FORM)).contains(WAVEFORM);
    assertThat(another.find(clip(2), FORM)).isEmpty();
    assertThat(another.find(clip(1), new WaveformForm(8000, 100))).isEmpty();
    assertThat(another.find(clip(1), new WaveformForm(16_000, 99))).isEmpty();
  }

  @Test
  void aDamagedFileIsMadeAgain() throws IOException {
    WaveformCache cache = cache(10);
    cache.keep(clip(1), FORM, WAVEFORM);
    Files.write(files().get(0), new byte[FILE_BYTES]);

    assertThat(cache.find(clip(1), FORM)).isEmpty();
    cache.keep(clip(1), FORM, WAVEFORM);
    assertThat(cache.find(clip(1), FORM)).contains(WAVEFORM);
  }

  @Test
  void theOldestOfOthersMakesRoomAndWhatIsInUseStays() throws IOException {
    WaveformCache earlier = cache(3);
    for (int i = 1; i <= 3; i++) {
      earlier.keep(clip(i), FORM, WAVEFORM);
      Files.setLastModifiedTime(file(i), FileTime.fromMillis(10_000 - i));
    }
    WaveformCache cache = cache(3);
    assertThat(cache.find(clip(3), FORM)).isPresent();

    cache.keep(clip(4), FORM, WAVEFORM);
    assertThat(file(2)).doesNotExist();
    cache.keep(clip(5), FORM, WAVEFORM);
    cache.keep(clip(6), FORM, WAVEFORM);

    assertThat(files()).containsExactlyInAnyOrder(file(3), file(4), file(5));
  }

  @Test
  void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    WaveformCache cache = new WaveformCache(file, 1000);

    cache.keep(clip(1), FORM, WAVEFORM);
    assertThat(cache.find(clip(1), FORM)).isEmpty();
  }

  private WaveformCache cache(int files) {
    return new WaveformCache(folder, (long) files * FILE_BYTES);
  }

  private static Digest clip(int number) {
    return Digest.of("clip " + number);
  }

  private Path file(int number) {
    String hex = clip(number).hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex + "-16000-100-v1.f32");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }
}
