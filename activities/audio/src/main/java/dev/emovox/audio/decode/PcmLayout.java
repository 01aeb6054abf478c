package dev.emovox.audio.decode;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.AudioFormat;
import dev.emovox.audio.DecodedAudio;
import java.nio.ByteBuffer;

/**
 * Interleaved samples without compression.
 *
 * @param shape rate and channels
 * @param encoding how each sample is stored
 */
record PcmLayout(StreamShape shape, SampleEncoding encoding) {

  /** Bytes of one sample of every channel. */
  int frameBytes() {
    return encoding.byteCount() * shape.channels();
  }

  /**
   * Reads frames from position 0 of {@code data} in its byte order.
   *
   * @param container name of the container
   * @param frames how many; {@code data} holds that many
   */
  DecodedAudio read(String container, ByteBuffer data, long frames) {
    shape.checkFrames(frames);
    AudioClip clip = new AudioClip(mono(data, (int) frames), shape.sampleRate());
    int bits = 8 * encoding.byteCount();
    String name = encoding.nameIn(data.order());
    return new DecodedAudio(
        clip, new AudioFormat(container, shape.sampleRate(), shape.channels(), bits, name));
  }

  private float[] mono(ByteBuffer data, int frames) {
    float[] samples = new float[frames];
    int index = 0;
    for (int frame = 0; frame < frames; frame++) {
      double sum = 0;
      for (int channel = 0; channel < shape.channels(); channel++) {
        sum += encoding.read(data, index);
        index += encoding.byteCount();
      }
      samples[frame] = (float) (sum / shape.channels());
    }
    return samples;
  }
}
