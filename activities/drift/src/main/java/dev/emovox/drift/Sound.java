package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;

/**
 * What is kept of how a clip sounds: four numbers that cost one pass over its samples, and from
 * which nothing of it can be heard.
 *
 * @param levelDecibels root mean square of its samples, in decibels relative to full scale, at
 *     least {@link #SILENCE_DECIBELS}
 * @param seconds its length
 * @param brightnessHertz the mean-square frequency: the root mean square of the signal's slope over
 *     that of the signal, by 2 pi; what Hjorth (1970) calls mobility
 * @param pauses share of its pieces of 25 ms that are more than 35 dB softer than its loudest one,
 *     in [0, 1]
 */
public record Sound(double levelDecibels, double seconds, double brightnessHertz, double pauses) {
  /** The level of a clip whose samples are all 0, in the place of minus infinity. */
  public static final double SILENCE_DECIBELS = -120;

  private static final double DECIBELS_PER_DECADE_OF_POWER = 10;
  private static final double PIECES_A_SECOND = 40;

  /** 35 dB as a ratio of powers. */
  private static final double PAUSE = Math.pow(10, -3.5);

  public Sound {
    if (!Double.isFinite(levelDecibels)
        || !(seconds >= 0 && Double.isFinite(seconds))
        || !(brightnessHertz >= 0 && Double.isFinite(brightnessHertz))
        || !(pauses >= 0 && pauses <= 1)) {
      throw new InvalidInputException(
          "No clip sounds so: level %s dB, %s s, brightness %s Hz, pauses %s."
              .formatted(levelDecibels, seconds, brightnessHertz, pauses));
    }
  }

  /**
   * How a clip sounds.
   *
   * @param samples nominally between -1 and 1, all finite, at least one
   * @param sampleRate hertz
   */
  public static Sound of(float[] samples, int sampleRate) {
    double power = 0;
    double slope = 0;
    float before = samples[0];
    for (float sample : samples) {
      power += (double) sample * sample;
      slope += (double) (sample - before) * (sample - before);
      before = sample;
    }
    return new Sound(
        decibels(power / samples.length),
        samples.length / (double) sampleRate,
        power == 0 ? 0 : Math.sqrt(slope / power) * sampleRate / (2 * Math.PI),
        pauses(samples, sampleRate));
  }

  private static double decibels(double power) {
    return Math.max(SILENCE_DECIBELS, DECIBELS_PER_DECADE_OF_POWER * Math.log10(power));
  }

  /** A rest that is no whole piece is left out. */
  private static double pauses(float[] samples, int sampleRate) {
    int length = (int) Math.max(1, Math.round(sampleRate / PIECES_A_SECOND));
    double[] powers = new double[samples.length / length];
    double loudest = 0;
    for (int piece = 0; piece < powers.length; piece++) {
      for (int i = piece * length; i < (piece + 1) * length; i++) {
        powers[piece] += (double) samples[i] * samples[i];
      }
      loudest = Math.max(loudest, powers[piece]);
    }
    int silent = 0;
    for (double power : powers) {
      silent += power < PAUSE * loudest ? 1 : 0;
    }
    return powers.length == 0 ? 0 : silent / (double) powers.length;
  }
}
