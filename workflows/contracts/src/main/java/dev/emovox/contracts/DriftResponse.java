package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was done about an alarm.
 *
 * @param action what
 * @param reason why; for people
 */
public record DriftResponse(Action action, String reason) {

  /** What can be done about an alarm. */
  public enum Action {
    /** It was taken note of; nobody asked for more. */
    @JsonProperty("noted")
    NOTED,
    /** The schedule fired. */
    @JsonProperty("retraining")
    RETRAINING,
    /** The schedule fired for an earlier alarm, not long enough ago. */
    @JsonProperty("waiting")
    WAITING,
    /** The schedule can't be used: paused, not there, or not one that trains. */
    @JsonProperty("refused")
    REFUSED
  }
}
