package dev.emovox.local.home;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a service of the stack is doing. */
public enum ServiceState {
  /** Started, does not answer yet. */
  @JsonProperty("starting")
  STARTING,
  /** Answers. */
  @JsonProperty("running")
  RUNNING,
  /** Ended by itself or was killed, and will be started again. */
  @JsonProperty("restarting")
  RESTARTING,
  /** Not running. */
  @JsonProperty("stopped")
  STOPPED,
  /** Could not be started. */
  @JsonProperty("failed")
  FAILED,
  /** Runs elsewhere; its address was given. */
  @JsonProperty("external")
  EXTERNAL
}
