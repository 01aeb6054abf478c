package dev.emovox.audio.decode;

import java.util.Arrays;

/** Collects the mean of the channels of a stream whose length is known only at its end. */
final class MonoBuffer {
  private static final int FIRST_CAPACITY = 1 << 16;

  private final StreamShape shape;
  private float[] samples = new float[FIRST_CAPACITY];
  private int size;

  MonoBuffer(StreamShape shape) {
    this.shape = shape;
  }

  /**
   * Makes room for more frames.
   *
   * @throws dev.emovox.audio.UnusableAudioException if the stream becomes longer than allowed
   */
  void reserve(int frames) {
    long needed = (long) size + frames;
    shape.checkNotTooLong(needed);
    if (needed > samples.length) {
      long grown = Math.min(Math.max(needed, 2L * samples.length), StreamShape.MOST_SAMPLES);
      samples = Arrays.copyOf(samples, (int) grown);
    }
  }

  /** Adds one frame for which {@link #reserve} has made room. */
  void add(double meanOfChannels) {
    samples[size++] = (float) meanOfChannels;
  }

  int size() {
    return size;
  }

  /**
   * The first {@code frames} samples, or all if there are fewer.
   *
   * @throws dev.emovox.audio.UnusableAudioException if there are none
   */
  float[] first(long frames) {
    int kept = (int) Math.min(frames, size);
    shape.checkFrames(kept);
    return Arrays.copyOf(samples, kept);
  }

  /** All samples. */
  float[] all() {
    return first(size);
  }
}
