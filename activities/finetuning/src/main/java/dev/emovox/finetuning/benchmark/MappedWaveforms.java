package dev.emovox.finetuning.benchmark;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;

/**
 * Clips that lie one after the other in a mapped file of little-endian 32-bit floats (2 GiB at
 * most, nine hours at 16 kHz). Each is copied when it is asked for, so that a corpus needs no heap.
 * May be read by several threads.
 */
final class MappedWaveforms extends AbstractList<float[]> {
  private final FloatBuffer samples;
  private final int[] starts;

  private MappedWaveforms(FloatBuffer samples, int[] starts) {
    this.samples = samples;
    this.starts = starts;
  }

  /**
   * Maps a file.
   *
   * @param lengths samples of each clip
   * @throws IOException if the file can't be mapped
   */
  static MappedWaveforms open(Path file, List<Integer> lengths) throws IOException {
    int[] starts = new int[lengths.size() + 1];
    for (int clip = 0; clip < lengths.size(); clip++) {
      starts[clip + 1] = starts[clip] + lengths.get(clip);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      FloatBuffer samples =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN)
              .asFloatBuffer();
      return new MappedWaveforms(samples, starts);
    }
  }

  @Override
  public float[] get(int clip) {
    float[] waveform = new float[starts[clip + 1] - starts[clip]];
    samples.get(starts[clip], waveform);
    return waveform;
  }

  @Override
  public int size() {
    return starts.length - 1;
  }
}
