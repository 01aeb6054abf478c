package dev.emovox.serving.security;

import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.security.rate.RateLimits;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Refuses whoever asks too often. Requests without a key count, too, so that trying keys is no
 * faster than using one.
 *
 * @param limits empty if nobody is limited
 * @param nanos the time, of a clock that never goes back
 */
record Frequency(Optional<RateLimits> limits, LongSupplier nanos) {

  /** The decision, or that the caller has asked too often. */
  Decision limit(Decision decision) {
    double wait =
        limits.map(all -> all.take(decision.caller().counted(), nanos.getAsLong())).orElse(0.0);
    return wait == 0 ? decision : tooOften(decision.caller(), (long) Math.ceil(wait));
  }

  private static Decision tooOften(Caller caller, long seconds) {
    return new Decision.Refused(
        ProblemType.TOO_OFTEN,
        "You have asked too often; try again in %d s.".formatted(seconds),
        new Decision.Header("Retry-After", Long.toString(seconds)),
        caller);
  }
}
