package dev.emovox.audio.spectrogram;

import dev.emovox.audio.features.MelScale;
import java.util.Locale;

/** How frequencies are laid out on an axis. */
public enum FrequencyScale {
  /** Slaney's mel scale, nearer to hearing: linear below 1 kHz, logarithmic above. */
  MEL {
    @Override
    double fromHertz(double hertz) {
      return MelScale.fromHertz(hertz);
    }

    @Override
    double toHertz(double place) {
      return MelScale.toHertz(place);
    }
  },

  /** Evenly in hertz. */
  LINEAR {
    @Override
    double fromHertz(double hertz) {
      return hertz;
    }

    @Override
    double toHertz(double place) {
      return place;
    }
  };

  abstract double fromHertz(double hertz);

  abstract double toHertz(double place);

  /** Where a frequency is on an axis from zero to the highest one, from 0 to 1. */
  public double place(double hertz, double highest) {
    return fromHertz(hertz) / fromHertz(highest);
  }

  /** For options and titles. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
