package dev.emovox.inference.selftest;

import dev.emovox.audio.AudioClip;
import java.util.Locale;
import java.util.Random;

/**
 * Sounds of about a second with which models are tested when they are packed. No corpus has a part
 * in them: each is a formula, in strict arithmetic, so that every machine makes the same samples.
 */
enum GoldenClip {
  /**
   * Noise in bursts of 60 ms, eight a second, each dying away: onsets, silence between them, and a
   * flat spectrum.
   */
  BURSTS(16_000) {
    @Override
    double[] wave() {
      // Its sequence is part of the language's library, the same everywhere.
      Random noise = new Random(20_261_123);
      double[] wave = new double[rate()];
      for (int i = 0; i < wave.length; i++) {
        double since = i % (rate() / 8) / (double) rate();
        double loudness = since < 0.06 ? StrictMath.exp(-since / 0.02) : 0;
        wave[i] = 0.6 * loudness * (2 * noise.nextDouble() - 1);
      }
      return wave;
    }
  },

  /** A sweep from 200 to 6000 Hz at a rate that no model takes: resampling has a part in it. */
  SWEEP(22_050) {
    @Override
    double[] wave() {
      double octaves = StrictMath.log(6_000 / 200.0);
      return wave(t -> 0.4 * sine(200 * (StrictMath.exp(octaves * t) - 1) / octaves));
    }
  },

  /** A tone of twelve harmonics that glides from 120 to 240 Hz and swells: a voice's outline. */
  VOICE(16_000) {
    @Override
    double[] wave() {
      return wave(
          t -> {
            double cycles = 120 * t + 60 * t * t;
            double sum = 0;
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
              sum += sine(harmonic * cycles) / harmonic;
            }
            return 0.3 * sum * StrictMath.sin(Math.PI * t);
          });
    }
  };

  private final int rate;

  GoldenClip(int rate) {
    this.rate = rate;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /** One second of it. */
  abstract double[] wave();

  /** What the file of the clip in a package is called. */
  String file() {
    return "self_test_" + name().toLowerCase(Locale.ROOT) + ".wav";
  }

  /** The sound. */
  AudioClip clip() {
    double[] wave = wave();
    float[] samples = new float[wave.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) wave[i];
    }
    return new AudioClip(samples, rate);
  }

  /** Amplitude by time in seconds. */
  @FunctionalInterface
  interface Amplitude {
    double at(double seconds);
  }

  double[] wave(Amplitude amplitude) {
    double[] wave = new double[rate];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = amplitude.at(i / (double) rate);
    }
    return wave;
  }

  private static double sine(double cycles) {
    return StrictMath.sin(2 * Math.PI * cycles);
  }
}
