package dev.emovox.serving.security;

import dev.emovox.access.KeyRing;
import dev.emovox.access.WatchedKeys;
import java.time.Clock;
import java.util.Optional;

/**
 * The keys of the service, or that it asks for none. Safe for use by several threads.
 *
 * @param watched follows the file; empty if there is none
 * @param clock tells which keys have expired
 */
record Keys(Optional<WatchedKeys> watched, Clock clock) {

  /** Whether a key is asked for. */
  boolean required() {
    return watched.isPresent();
  }

  /** Judges what was presented. */
  KeyRing.Verdict check(String presented) {
    return watched.orElseThrow().ring().check(presented, clock.instant());
  }
}
