package dev.emovox.finetuning.audio;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Changes waveforms at random, so that a network does not learn their levels, silences and
 * recording noise by heart. A changed clip is shifted, gets white noise and another level, in this
 * order. Immutable and safe for use by several threads.
 */
public final class WaveformAugmentation {
  /** Signal-to-noise ratios are drawn evenly from this many decibels above the lowest. */
  private static final double NOISE_RANGE = 20;

  private final AugmentationSettings settings;
  private final int samplingRate;

  /**
   * An augmentation.
   *
   * @param samplingRate of the waveforms, in hertz
   * @throws InvalidInputException if a setting is out of range
   */
  public WaveformAugmentation(AugmentationSettings settings, int samplingRate) {
    this.settings = settings;
    this.samplingRate = samplingRate;
    check("probability", settings.probability(), 1);
    check("gain_decibels", settings.gainDecibels(), 60);
    check("noise_decibels", settings.noiseDecibels(), 120);
    check("shift_seconds", settings.shiftSeconds(), 60);
  }

  private static void check(String key, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new InvalidInputException(
          "augmentation.%s is %s; it must be from 0 to %s.".formatted(key, value, most));
    }
  }

  /**
   * A waveform, changed or not.
   *
   * @param waveform is not changed itself
   * @param seed decides what is done
   * @return a new waveform, or the same if this seed leaves it as it is
   */
  public float[] apply(float[] waveform, long seed) {
    // Random's first numbers are alike for seeds that are.
    Random random = new Random(new SplittableRandom(seed).nextLong());
    if (random.nextDouble() >= settings.probability()) {
      return waveform;
    }
    int shift = (int) (random.nextDouble() * settings.shiftSeconds() * samplingRate);
    double ratio = settings.noiseDecibels() + NOISE_RANGE * random.nextDouble();
    double gain = amplitude(settings.gainDecibels() * (2 * random.nextDouble() - 1));
    double noise = settings.noiseDecibels() == 0 ? 0 : level(waveform) * amplitude(-ratio);
    float[] changed = new float[shift + waveform.length];
    for (int i = 0; i < changed.length; i++) {
      double sample = i < shift ? 0 : waveform[i - shift];
      double added = noise == 0 ? 0 : noise * random.nextGaussian();
      changed[i] = (float) (gain * (sample + added));
    }
    return changed;
  }

  private static double amplitude(double decibels) {
    return StrictMath.pow(10, decibels / 20);
  }

  /** Root of the mean square. */
  private static double level(float[] waveform) {
    double squares = 0;
    for (float sample : waveform) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / waveform.length);
  }
}
