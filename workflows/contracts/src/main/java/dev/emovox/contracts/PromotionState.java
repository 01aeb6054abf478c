package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a promotion stands. */
public enum PromotionState {
  /** Its package is read. */
  @JsonProperty("verifying")
  VERIFYING,
  /** The gate looks at it. */
  @JsonProperty("judging")
  JUDGING,
  /** A person must agree. */
  @JsonProperty("waiting_for_approval")
  WAITING_FOR_APPROVAL,
  /** The decision is recorded and carried out. */
  @JsonProperty("deciding")
  DECIDING,
  /** The prediction service is watched. */
  @JsonProperty("watching")
  WATCHING,
  /** It was carried out. */
  @JsonProperty("done")
  DONE,
  /** The gate was closed; nothing was changed. */
  @JsonProperty("refused")
  REFUSED,
  /** A person said no, or nobody said anything in time; nothing was changed. */
  @JsonProperty("rejected")
  REJECTED,
  /** It could not be done. */
  @JsonProperty("failed")
  FAILED
}
