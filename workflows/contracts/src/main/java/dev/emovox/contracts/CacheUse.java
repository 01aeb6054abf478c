package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a stage's outputs were found, verified by their bytes, or had to be made. */
public enum CacheUse {
  @JsonProperty("hit")
  HIT,
  @JsonProperty("miss")
  MISS
}
