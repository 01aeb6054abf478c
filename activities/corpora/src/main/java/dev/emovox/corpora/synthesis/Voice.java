package dev.emovox.corpora.synthesis;

import java.util.SplittableRandom;

/**
 * How a made-up speaker sounds.
 *
 * @param pitch usual fundamental frequency in hertz
 * @param tract resonance frequencies relative to an average speaker
 * @param tilt decibels that harmonics fall per octave
 */
public record Voice(double pitch, double tract, double tilt) {

  /** A speaker of the sex, the same for the same seed. */
  public static Voice of(boolean female, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double pitch = (female ? 200 : 115) * random.nextDouble(0.85, 1.18);
    double tract = (female ? 1.12 : 0.97) * random.nextDouble(0.94, 1.06);
    return new Voice(pitch, tract, random.nextDouble(5, 8));
  }
}
