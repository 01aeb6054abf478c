package dev.emovox.serving.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that tries a challenger on half of its callers, and compares it on every clip. */
public final class ChallengedSettings implements QuarkusTestProfile {
  static final String HEADER = "X-Customer";
  static final int FAILURES = 3;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "serving.poll-interval", "20ms",
        "serving.longest-retry", "20ms",
        "serving.traces.enabled", "false",
        "serving.challenger.canary-share", "0.5",
        "serving.challenger.header", HEADER,
        "serving.challenger.shadow-share", "1",
        "serving.challenger.failures", "" + FAILURES);
  }
}
