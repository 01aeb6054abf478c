package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a run or a stage stands. */
public enum RunState {
  @JsonProperty("waiting")
  WAITING,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("done")
  DONE,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED
}
