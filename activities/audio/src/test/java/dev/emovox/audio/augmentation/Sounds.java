package dev.emovox.audio.augmentation;

import java.util.Random;

/** Sounds and measurements for tests. */
public final class Sounds {
  public static final int RATE = 16_000;

  private Sounds() {}

  /** A sine of amplitude a half. */
  public static float[] tone(double hertz, int rate, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** White noise. */
  public static float[] noise(int count) {
    Random random = new Random(3);
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return samples;
  }

  /** Sample by sample. */
  public static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** Decibels by which one sound is louder than another. */
  public static double ratio(float[] louder, float[] softer) {
    return 20 * Math.log10(Level.of(louder) / Level.of(softer));
  }

  /** The mean power at a frequency, in decibels: of Hann-windowed frames of 2048 samples. */
  public static double power(float[] sound, double hertz, int rate) {
    double sum = 0;
    int frames = 0;
    for (int start = 0; start + 2048 <= sound.length; start += 1024) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < 2048; i++) {
        double weighted = sound[start + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / 2048));
        re += weighted * Math.cos(2 * Math.PI * hertz * i / rate);
        im += weighted * Math.sin(2 * Math.PI * hertz * i / rate);
      }
      sum += re * re + im * im;
      frames++;
    }
    return 10 * Math.log10(sum / frames);
  }
}
