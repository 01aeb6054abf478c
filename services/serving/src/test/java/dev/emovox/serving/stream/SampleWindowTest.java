package dev.emovox.serving.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleWindowTest {
  private static Buffer samples(int from, int to) {
    Buffer bytes = Buffer.buffer();
    for (int i = from; i < to; i++) {
      bytes.appendShortLE((short) i);
    }
    return bytes;
  }

  /** All windows of samples that count from 0, sent in pieces of so many bytes. */
  private static List<SampleWindow.Stretch> windows(SampleWindow window, int count, int piece) {
    List<SampleWindow.Stretch> windows = new ArrayList<>();
    Buffer all = samples(0, count);
    for (int start = 0; start < all.length(); start += piece) {
      Buffer bytes = all.slice(start, Math.min(all.length(), start + piece));
      for (int from = 0; from < bytes.length(); ) {
        from = window.take(bytes, from);
        window.due().ifPresent(windows::add);
      }
    }
    return windows;
  }

  private static void assertCounts(SampleWindow.Stretch stretch, long start, int length) {
    assertThat(stretch.start()).isEqualTo(start);
    assertThat(stretch.samples()).hasSize(length);
    assertThat(stretch.end()).isEqualTo(start + length);
    for (int i = 0; i < length; i++) {
      assertThat(stretch.samples()[i]).isEqualTo((start + i) / 32_768f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 400, 100_000})
  void givesTheLastSecondsAtEachHopHoweverTheBytesCome(int piece) {
    SampleWindow window = new SampleWindow(new StreamShape(100, 40));
    List<SampleWindow.Stretch> windows = windows(window, 290, piece);

    assertThat(windows).hasSize(7);
    assertCounts(windows.get(0), 0, 40);
    assertCounts(windows.get(1), 0, 80);
    assertCounts(windows.get(2), 20, 100);
    assertCounts(windows.get(6), 180, 100);
    assertCounts(window.rest().orElseThrow(), 190, 100);
    assertThat(window.rest()).isEmpty();
  }

  @Test
  void readsNegativeSamplesAndFullScale() {
    SampleWindow window = new SampleWindow(new StreamShape(3, 3));
    Buffer bytes =
        Buffer.buffer()
            .appendShortLE((short) -1)
            .appendShortLE(Short.MIN_VALUE)
            .appendShortLE(Short.MAX_VALUE);

    assertThat(window.take(bytes, 0)).isEqualTo(6);
    assertThat(window.due().orElseThrow().samples())
        .containsExactly(-1 / 32_768f, -1f, 32_767 / 32_768f);
  }

  @Test
  void hasNoRestWithoutSamples() {
    assertThat(new SampleWindow(new StreamShape(3, 3)).rest()).isEmpty();
  }
}
