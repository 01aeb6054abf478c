package dev.emovox.audio.augmentation.room;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Range;
import dev.emovox.audio.augmentation.Seeds;
import java.util.Random;

/**
 * What a room answers to one impulse: the direct sound at the very beginning, a few early
 * reflections, and noise that fades exponentially (J. A. Moorer, "About This Reverberation
 * Business", 1979; J. D. Polack, 1988). The direct sound is 0 to 6 dB louder than all the rest.
 */
public final class RoomResponse {
  private static final double LEAST_SECONDS = 0.1;
  private static final double MOST_SECONDS = 5;

  /** Decibels by which a room's sound fades in its reverberation time. */
  private static final double FADING = 60;

  private static final double MOST_DIRECT_DECIBELS = 6;
  private static final int REFLECTIONS = 8;

  /** First sound from a wall about a metre off, and the end of single reflections. */
  private static final double FIRST_REFLECTION = 0.004;

  private static final double LAST_REFLECTION = 0.04;
  private static final double REFLECTION_FACTOR = 4;

  private RoomResponse() {}

  /**
   * A room's response.
   *
   * @param seconds in which its sound fades by 60 dB, from 0.1 to 5
   * @param seed which of the rooms that sound so
   * @return as many samples as it takes to fade by 60 dB
   */
  public static float[] generate(double seconds, int sampleRate, long seed) {
    Range.within("reverberation time", seconds, LEAST_SECONDS, MOST_SECONDS);
    Random random = Seeds.random(seed);
    float[] response = new float[(int) Math.ceil(seconds * sampleRate)];
    double fading = -FADING / seconds / sampleRate;
    for (int i = 1; i < response.length; i++) {
      response[i] = (float) (Level.amplitude(fading * i) * random.nextGaussian());
    }
    reflect(response, sampleRate, fading, random);
    double energy = 0;
    for (float sample : response) {
      energy += (double) sample * sample;
    }
    double direct = MOST_DIRECT_DECIBELS * random.nextDouble();
    response[0] = (float) (Math.sqrt(energy) * Level.amplitude(direct));
    return response;
  }

  private static void reflect(float[] response, int sampleRate, double fading, Random random) {
    for (int i = 0; i < REFLECTIONS; i++) {
      double time = FIRST_REFLECTION + random.nextDouble() * (LAST_REFLECTION - FIRST_REFLECTION);
      int place = (int) (time * sampleRate);
      double sign = random.nextBoolean() ? 1 : -1;
      response[place] += (float) (sign * REFLECTION_FACTOR * Level.amplitude(fading * place));
    }
  }
}
