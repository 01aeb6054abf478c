package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What noise is made of. */
public enum NoiseColour {
  /** The same power in each hertz. */
  @JsonProperty("white")
  WHITE("white"),
  /** The same power in each octave, as in many rooms and machines. */
  @JsonProperty("pink")
  PINK("pink"),
  /** Several other people speaking at once. */
  @JsonProperty("babble")
  BABBLE("babble");

  private final String written;

  NoiseColour(String written) {
    this.written = written;
  }

  /** The word in YAML and JSON. */
  public String written() {
    return written;
  }

  /** Whether any of the steps adds noise of this colour. */
  public boolean isIn(List<AugmentationStep> steps) {
    return steps.stream()
        .anyMatch(step -> step instanceof AugmentationStep.Noise noise && noise.colour() == this);
  }
}
