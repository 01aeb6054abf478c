package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What a look at data and settings came to.
 *
 * @param fingerprint of what is there now
 * @param unchangedSince the last successful run, if it was of the same data and settings
 * @param reason why a run is due, or why not; for people
 */
public record ScheduleCheck(
    ScheduleFingerprint fingerprint,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unchangedSince,
    String reason) {

  public ScheduleCheck {
    unchangedSince = unchangedSince == null ? Optional.empty() : unchangedSince;
  }
}
