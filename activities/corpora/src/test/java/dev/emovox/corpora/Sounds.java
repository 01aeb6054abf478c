package dev.emovox.corpora;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Short tones as files, each number another sound. */
final class Sounds {
  private static final int RATE = 8000;

  private Sounds() {}

  static byte[] tone(int number) {
    float[] samples = new float[RATE / 10];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * i * (200 + 7 * number) / RATE));
    }
    return WavWriter.encode(new AudioClip(samples, RATE));
  }

  static byte[] silence() {
    return WavWriter.encode(new AudioClip(new float[RATE / 10], RATE));
  }

  /** Writes a file and the folders that it needs. */
  static Path write(Path root, String path, byte[] content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Path write(Path root, String path, int number) {
    return write(root, path, tone(number));
  }
}
