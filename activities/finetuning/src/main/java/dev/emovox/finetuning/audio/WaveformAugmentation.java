package dev.emovox.finetuning.audio;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Seeds;
import dev.emovox.audio.augmentation.SpeedChange;
import dev.emovox.audio.augmentation.noise.SpeakerVoices;
import dev.emovox.audio.augmentation.pipeline.Pipeline;
import dev.emovox.audio.augmentation.pipeline.StepMaker;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.NoiseColour;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Changes waveforms at random, so that a network does not learn their levels, silences and
 * recording noise by heart. By the single settings a clip gets another speed, is shifted, gets
 * white noise and another level, in this order; then it goes through the steps of the pipeline.
 * Safe for use by several threads.
 */
public final class WaveformAugmentation {
  /** Signal-to-noise ratios are drawn evenly from this many decibels above the lowest. */
  private static final double NOISE_RANGE = 20;

  /** Speeds are whole hundredths, so that few filters are needed and kept. */
  private static final int SPEEDS_PER_UNIT = 100;

  private final AugmentationSettings settings;
  private final int samplingRate;

  /** The speeds to choose from; none if clips keep theirs. */
  private final List<SpeedChange> speeds;

  private final SpeakerVoices voices;

  /**
   * An augmentation.
   *
   * @param samplingRate of the waveforms, in hertz
   * @param voices at that rate, for babble
   * @throws InvalidInputException if a setting is out of range, or babble has no voices
   */
  public WaveformAugmentation(
      AugmentationSettings settings, int samplingRate, SpeakerVoices voices) {
    this.settings = settings;
    this.samplingRate = samplingRate;
    check("probability", settings.probability(), 1);
    check("gain_decibels", settings.gainDecibels(), 60);
    check("noise_decibels", settings.noiseDecibels(), 120);
    check("shift_seconds", settings.shiftSeconds(), 60);
    check("speed", settings.speed(), AugmentationSettings.MOST_SPEED);
    speeds = speeds(settings.speed());
    this.voices = voices;
    pipeline("");
    if (NoiseColour.BABBLE.isIn(settings.steps())) {
      voices.requireOthers();
    }
  }

  private Pipeline pipeline(String speaker) {
    return new Pipeline(settings.steps(), new StepMaker(voices.otherThan(speaker)));
  }

  private static List<SpeedChange> speeds(double most) {
    int steps = (int) Math.rint(most * SPEEDS_PER_UNIT);
    if (steps == 0) {
      return List.of();
    }
    return IntStream.rangeClosed(SPEEDS_PER_UNIT - steps, SPEEDS_PER_UNIT + steps)
        .mapToObj(hundredths -> new SpeedChange(hundredths / (double) SPEEDS_PER_UNIT))
        .toList();
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
   * @param recorded is not changed itself
   * @param speaker who is heard in it, and so not in babble around it; empty if not known
   * @param seed decides what is done
   * @return a new waveform, or the same if this seed leaves it as it is
   */
  public float[] apply(float[] recorded, String speaker, long seed) {
    return pipeline(speaker).apply(single(recorded, seed), samplingRate, seed).waveform();
  }

  private float[] single(float[] recorded, long seed) {
    Random random = Seeds.random(seed);
    if (random.nextDouble() >= settings.probability()) {
      return recorded;
    }
    int shift = (int) (random.nextDouble() * settings.shiftSeconds() * samplingRate);
    double ratio = settings.noiseDecibels() + NOISE_RANGE * random.nextDouble();
    double gain = Level.amplitude(settings.gainDecibels() * (2 * random.nextDouble() - 1));
    float[] waveform = atSomeSpeed(recorded, random);
    double noise = settings.noiseDecibels() == 0 ? 0 : Level.of(waveform) * Level.amplitude(-ratio);
    float[] changed = new float[shift + waveform.length];
    for (int i = 0; i < changed.length; i++) {
      double sample = i < shift ? 0 : waveform[i - shift];
      double added = noise == 0 ? 0 : noise * random.nextGaussian();
      changed[i] = (float) (gain * (sample + added));
    }
    return changed;
  }

  /** Draws nothing without speeds to choose from, so that older settings keep their numbers. */
  private float[] atSomeSpeed(float[] recorded, Random random) {
    return speeds.isEmpty()
        ? recorded
        : speeds.get(random.nextInt(speeds.size())).apply(recorded, samplingRate, 0);
  }
}
