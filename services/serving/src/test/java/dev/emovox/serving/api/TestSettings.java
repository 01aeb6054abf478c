package dev.emovox.serving.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small limits and quick polls, one process for all tests of the interface. */
public final class TestSettings implements QuarkusTestProfile {
  static final int MAX_BYTES = 400_000;
  static final int THREADS = 2;
  static final int QUEUE = 2;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "serving.poll-interval",
        "20ms",
        "serving.longest-retry",
        "20ms",
        "serving.max-bytes",
        "" + MAX_BYTES,
        "serving.max-seconds",
        "5",
        "serving.threads",
        "" + THREADS,
        "serving.queue",
        "" + QUEUE);
  }
}
