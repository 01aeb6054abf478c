package dev.emovox.serving.api;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import java.util.Arrays;

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

  /** A tone and then nothing, as a WAV file. */
  static byte[] toneThenSilence(double tone, double silence) {
    float[] samples = samples(tone, 0.3);
    return WavWriter.encode(
        new AudioClip(Arrays.copyOf(samples, samples.length + (int) (silence * RATE)), RATE));
  }

  private static byte[] wav(double seconds, double amplitude) {
    return WavWriter.encode(new AudioClip(samples(seconds, amplitude), RATE));
  }

  private static float[] samples(double seconds, double amplitude) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / RATE));
    }
    return samples;
  }
}
