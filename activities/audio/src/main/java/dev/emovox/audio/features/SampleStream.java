package dev.emovox.audio.features;

import be.tarsos.dsp.io.TarsosDSPAudioFloatConverter;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.io.TarsosDSPAudioInputStream;

/** Samples in memory as a stream of TarsosDSP: 32-bit floats, the low byte first. */
final class SampleStream implements TarsosDSPAudioInputStream {
  private final float[] samples;
  private final TarsosDSPAudioFormat format;
  private int next;

  SampleStream(float[] samples, int sampleRate) {
    this.samples = samples;
    this.format =
        new TarsosDSPAudioFormat(
            TarsosDSPAudioFloatConverter.PCM_FLOAT,
            sampleRate,
            Float.SIZE,
            1,
            Float.BYTES,
            sampleRate,
            false);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int count = Math.min(length / Float.BYTES, samples.length - next);
    if (count == 0) {
      return -1;
    }
    int at = offset;
    for (int end = next + count; next < end; next++) {
      int bits = Float.floatToRawIntBits(samples[next]);
      buffer[at++] = (byte) bits;
      buffer[at++] = (byte) (bits >> 8);
      buffer[at++] = (byte) (bits >> 16);
      buffer[at++] = (byte) (bits >> 24);
    }
    return count * Float.BYTES;
  }

  @Override
  public long skip(long bytes) {
    int count = (int) Math.min(bytes / Float.BYTES, samples.length - next);
    next += count;
    return (long) count * Float.BYTES;
  }

  @Override
  public TarsosDSPAudioFormat getFormat() {
    return format;
  }

  @Override
  public long getFrameLength() {
    return samples.length;
  }

  @Override
  public void close() {}
}
