package dev.emovox.serving.api;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;

/** Clips to send. */
final class Sounds {
  private static final int RATE = 16_000;

  private Sounds() {}

  /** A tone as a WAV file. */
  static byte[] tone(double seconds) {
    return wav(seconds, 0.3);
  }

  /** A WAV file without any sound in it. */
  static byte[] silence(double seconds) {
    return wav(seconds, 0);
  }

  private static byte[] wav(double seconds, double amplitude) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / RATE));
    }
    return WavWriter.encode(new AudioClip(samples, RATE));
  }
}
