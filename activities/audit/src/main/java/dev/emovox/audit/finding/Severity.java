package dev.emovox.audit.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a finding weighs. */
public enum Severity {
  /** Something is not what it says it is: don't rely on it. */
  @JsonProperty("error")
  ERROR,
  /** It is what it says it is, and results mean less than they seem to. */
  @JsonProperty("warning")
  WARNING,
  /** Worth knowing when results are compared. */
  @JsonProperty("note")
  NOTE
}
