package dev.emovox.inference;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.emovox.domain.FeatureSettings;
import java.util.Optional;

/** How a clip of any rate becomes a model's input. */
public sealed interface Preprocessing {

  /**
   * A vector of features.
   *
   * @param settings which, and how they are computed
   */
  record Features(@JsonValue FeatureSettings settings) implements Preprocessing {}

  /**
   * The samples themselves.
   *
   * @param sampleRate hertz to which every clip is resampled
   * @param normalize whether each clip is brought to mean 0 and variance 1
   * @param longestSeconds how much of each clip is heard, from its beginning; all if empty
   */
  record Waveform(int sampleRate, boolean normalize, Optional<Double> longestSeconds)
      implements Preprocessing {}
}
