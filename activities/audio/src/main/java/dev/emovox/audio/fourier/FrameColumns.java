package dev.emovox.audio.fourier;

/**
 * The samples of frames that overlap, in rows: one for each sample of a hop, with a value for each
 * hop, so that what a sample of the frame is in each of the frames lies side by side. Buffers are
 * reused; for one thread at a time.
 */
final class FrameColumns {
  /** Hops that are read side by side: few enough to stay close to the processor. */
  private static final int READ = 8;

  private double[][] rows = new double[0][0];
  private int hop;
  private int frames;

  /** Reads the samples of frames of {@code size} samples. */
  void set(Frames signal, int size) {
    hop = signal.hop();
    frames = signal.count();
    int hops = frames == 0 ? 0 : frames - 1 + (size + hop - 1) / hop;
    if (rows.length < hop || rows[0].length < hops) {
      rows = new double[hop][hops];
    }
    int end = frames == 0 ? 0 : signal.start() + (frames - 1) * hop + size;
    for (int first = 0; first < hops; first += READ) {
      read(signal, first, Math.min(READ, hops - first), end);
    }
  }

  private void read(Frames signal, int first, int count, int end) {
    float[] samples = signal.samples();
    for (int place = 0; place < hop; place++) {
      double[] row = rows[place];
      int from = signal.start() + first * hop + place;
      for (int i = first; i < first + count && from < end; i++) {
        row[i] = samples[from];
        from += hop;
      }
    }
  }

  /** A sample of every frame, with a factor. */
  void load(int sample, double factor, double[] values) {
    double[] row = rows[sample % hop];
    int first = sample / hop;
    for (int frame = 0; frame < frames; frame++) {
      values[frame] = factor * row[frame + first];
    }
  }
}
