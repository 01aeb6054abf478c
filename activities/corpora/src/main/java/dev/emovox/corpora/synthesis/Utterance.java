package dev.emovox.corpora.synthesis;

import dev.emovox.audio.AudioClip;
import java.util.SplittableRandom;

/**
 * Speaks: a series of syllables, each a sum of harmonics below three resonances, with breath.
 *
 * <p>Uses {@link StrictMath}, so that every machine makes the same samples. Not safe for use by
 * several threads.
 */
public final class Utterance {
  private static final double HIGHEST_HARMONIC_HZ = 4000;
  private static final double LOUDNESS = 0.1;
  private static final int SYLLABLES = 5;

  /** Resonance frequencies of five vowels, in hertz. */
  private static final double[][] VOWELS = {
    {730, 1090, 2440}, {530, 1840, 2480}, {270, 2290, 3010}, {570, 840, 2410}, {300, 870, 2240}
  };

  private static final double RESONANCE_WIDTH_HZ = 130;

  private final Voice voice;
  private final Manner manner;
  private final int sampleRate;
  private final SplittableRandom random;
  private double phase;

  /**
   * Prepares an utterance.
   *
   * @param seed of everything that varies from one utterance to the next
   */
  public Utterance(Voice voice, Manner manner, int sampleRate, long seed) {
    this.voice = voice;
    this.random = new SplittableRandom(seed);
    this.manner = manner.varied(random);
    this.sampleRate = sampleRate;
  }

  /**
   * Speaks.
   *
   * @param sentence decides on the vowels; any text
   * @return 0.8 to 1.5 seconds
   */
  public AudioClip speak(String sentence) {
    double seconds = Math.min(1.5, Math.max(0.8, SYLLABLES / manner.tempo()));
    float[] samples = new float[(int) (seconds * sampleRate)];
    SplittableRandom vowels = new SplittableRandom(sentence.hashCode());
    for (int syllable = 0; syllable < SYLLABLES; syllable++) {
      int from = samples.length * syllable / SYLLABLES;
      int to = samples.length * (syllable + 1) / SYLLABLES;
      sing(samples, from, to, VOWELS[vowels.nextInt(VOWELS.length)]);
    }
    return new AudioClip(samples, sampleRate);
  }

  private void sing(float[] samples, int from, int to, double[] vowel) {
    double start = pitchAt(from / (double) samples.length);
    double accent = manner.range() * random.nextDouble(0.5, 1.0);
    double[] harmonics = harmonics(start, vowel);
    for (int i = from; i < to; i++) {
      double arch = StrictMath.sin(StrictMath.PI * (i - from) / (to - from));
      phase += 2 * StrictMath.PI * start * (1 + accent * arch) / sampleRate;
      double breath = manner.noise() * random.nextDouble(-1, 1);
      double sound = sum(harmonics, phase) + breath;
      samples[i] = (float) soft(LOUDNESS * manner.energy() * arch * sound);
    }
  }

  private double pitchAt(double position) {
    double melody = manner.rise() * position + random.nextDouble(-0.04, 0.04);
    return voice.pitch() * manner.pitch() * StrictMath.pow(2, melody);
  }

  /** Amplitudes of the harmonics of a vowel, scaled to unit power. */
  private double[] harmonics(double pitch, double[] vowel) {
    double[] amplitudes = new double[Math.max(1, (int) (HIGHEST_HARMONIC_HZ / pitch))];
    double power = 0;
    for (int k = 0; k < amplitudes.length; k++) {
      double octaves = StrictMath.log(k + 1) / StrictMath.log(2);
      double decibels = -(voice.tilt() - manner.brightness()) * octaves;
      amplitudes[k] = StrictMath.pow(10, decibels / 20) * resonance(pitch * (k + 1), vowel);
      power += amplitudes[k] * amplitudes[k];
    }
    for (int k = 0; k < amplitudes.length; k++) {
      amplitudes[k] /= StrictMath.sqrt(power);
    }
    return amplitudes;
  }

  private double resonance(double hertz, double[] vowel) {
    double gain = 0.05;
    for (double formant : vowel) {
      double distance = (hertz - formant * voice.tract()) / RESONANCE_WIDTH_HZ;
      gain += 1 / (1 + distance * distance);
    }
    return gain;
  }

  /** The sum of all harmonics, by the recurrence sin(kx) = 2 cos(x) sin((k-1)x) - sin((k-2)x). */
  private static double sum(double[] amplitudes, double angle) {
    double twiceCosine = 2 * StrictMath.cos(angle);
    double before = 0;
    double now = StrictMath.sin(angle);
    double sum = 0;
    for (double amplitude : amplitudes) {
      sum += amplitude * now;
      double next = twiceCosine * now - before;
      before = now;
      now = next;
    }
    return sum;
  }

  /** Keeps loud moments between -1 and 1 without a click. */
  private static double soft(double amplitude) {
    return amplitude / (1 + StrictMath.abs(amplitude));
  }
}
