package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How clips are assigned to the parts of a split. */
public enum SplitPolicy {
  /** Random within each emotion; speakers are on all sides. The paper's protocol. */
  @JsonProperty("stratified-random")
  STRATIFIED_RANDOM,
  /** No speaker is on two sides. */
  @JsonProperty("speaker-disjoint")
  SPEAKER_DISJOINT
}
