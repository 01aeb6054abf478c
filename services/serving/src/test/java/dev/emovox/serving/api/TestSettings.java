package dev.emovox.serving.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Small limits and quick polls, one process for all tests of the interface. */
public final class TestSettings implements QuarkusTestProfile {
  static final int MAX_BYTES = 400_000;
  static final int MAX_BATCH_BYTES = 1_000_000;
  static final int MAX_ITEMS = 6;
  static final int THREADS = 2;
  static final int QUEUE = 2;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("serving.poll-interval", "20ms"),
        Map.entry("serving.longest-retry", "20ms"),
        Map.entry("serving.max-bytes", "" + MAX_BYTES),
        Map.entry("serving.max-batch-bytes", "" + MAX_BATCH_BYTES),
        Map.entry("serving.max-batch-items", "" + MAX_ITEMS),
        Map.entry("serving.batch-concurrency", "2"),
        Map.entry("serving.upload-memory", "" + 3 * MAX_BATCH_BYTES),
        Map.entry("serving.max-seconds", "5"),
        Map.entry("serving.threads", "" + THREADS),
        Map.entry("serving.queue", "" + QUEUE),
        Map.entry("serving.grpc-port", "0"),
        Map.entry("serving.batch.threads", "1"),
        Map.entry("serving.stream.connections", "2"),
        Map.entry("serving.stream.idle", "1s"),
        Map.entry("serving.drift.window", "50"),
        Map.entry("serving.drift.windows", "2"),
        Map.entry("serving.drift.interval", "20ms"),
        Map.entry("serving.traces.enabled", "false"));
  }
}
