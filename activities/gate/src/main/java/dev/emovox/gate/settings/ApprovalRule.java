package dev.emovox.gate.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * That a person must agree.
 *
 * @param fourEyes whether it must be another than who asked for the promotion
 * @param withinHours after which silence is a rejection
 */
public record ApprovalRule(
    @JsonProperty(defaultValue = "true") boolean fourEyes,
    @JsonProperty(defaultValue = "72") double withinHours) {
  private static final double LONGEST = 24 * 366;

  public ApprovalRule {
    if (!(withinHours > 0 && withinHours <= LONGEST)) {
      throw new IllegalArgumentException("within_hours must lie above 0 and be a year at most");
    }
  }
}
