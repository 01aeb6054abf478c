package dev.emovox.serving.stream;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * The last seconds of a stream of 16-bit little-endian samples. Bytes go in as they come, in pieces
 * of any size; at every hop a window comes out. Not safe for use by several threads at once.
 */
final class SampleWindow {
  private static final float FULL_SCALE = 32_768;

  private final StreamShape shape;
  private final float[] ring;
  private long samples;
  private long estimated;
  private int half = -1;

  SampleWindow(StreamShape shape) {
    this.shape = shape;
    this.ring = new float[shape.window()];
  }

  /**
   * The end of a stream so far.
   *
   * @param start number of its first sample
   * @param samples between -1 and 1
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk numbers; never compared
  record Stretch(long start, float[] samples) {

    /** The number of the sample after its last. */
    long end() {
      return start + samples.length;
    }
  }

  /**
   * Takes bytes until the next hop.
   *
   * @param from where to begin
   * @return where it stopped: the buffer's length, unless {@link #due()} has a window
   */
  int take(Buffer bytes, int from) {
    int position = from;
    while (position < bytes.length() && !isDue()) {
      int value = bytes.getByte(position++) & 0xFF;
      if (half < 0) {
        half = value;
      } else {
        ring[(int) (samples++ % ring.length)] = (short) ((value << 8) | half) / FULL_SCALE;
        half = -1;
      }
    }
    return position;
  }

  private boolean isDue() {
    return samples - estimated >= shape.hop();
  }

  /** The window of a hop that is full; then the next hop begins. */
  Optional<Stretch> due() {
    return isDue() ? Optional.of(window()) : Optional.empty();
  }

  /** What came since the last hop, with as much before it as fits; empty if nothing came. */
  Optional<Stretch> rest() {
    return samples > estimated ? Optional.of(window()) : Optional.empty();
  }

  private Stretch window() {
    estimated = samples;
    int length = (int) Math.min(samples, ring.length);
    float[] window = new float[length];
    long start = samples - length;
    int head = (int) (start % ring.length);
    int first = Math.min(length, ring.length - head);
    System.arraycopy(ring, head, window, 0, first);
    System.arraycopy(ring, 0, window, first, length - first);
    return new Stretch(start, window);
  }
}
