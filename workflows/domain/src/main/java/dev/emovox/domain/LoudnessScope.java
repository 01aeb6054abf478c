package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose root mean square a waveform is scaled by. */
public enum LoudnessScope {
  /** That of what is left after cutting. */
  @JsonProperty("cut")
  CUT,
  /** That of the whole clip, before it is cut: what the paper's code does. */
  @JsonProperty("whole")
  WHOLE
}
