package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is asked for. */
public enum PromotionKind {
  /** Serve a version from now on. */
  @JsonProperty("promotion")
  PROMOTION,
  /** Serve again what was served before. */
  @JsonProperty("rollback")
  ROLLBACK,
  /** Carry the ledger's last decision out, if that was interrupted. */
  @JsonProperty("resumption")
  RESUMPTION
}
