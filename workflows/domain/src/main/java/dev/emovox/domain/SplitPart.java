package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One part of a split. */
public enum SplitPart {
  @JsonProperty("train")
  TRAIN,
  @JsonProperty("validation")
  VALIDATION,
  @JsonProperty("test")
  TEST
}
