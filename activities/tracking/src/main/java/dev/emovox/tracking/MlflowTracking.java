package dev.emovox.tracking;

import dev.emovox.settings.MlflowEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@SuppressWarnings("DoNotCallSuggester")
public final class MlflowTracking implements AutoCloseable {
  public MlflowTracking(MlflowEndpoint endpoint) {}

  public MlflowRun findOrCreateRun(RunSpec spec) {
    throw new UnsupportedOperationException();
  }

  public Optional<MlflowRun> findRun(String experiment, String key) {
    throw new UnsupportedOperationException();
  }

  public RunRecord run(String runId) {
    throw new UnsupportedOperationException();
  }

  public void logParams(String runId, Map<String, String> params) {
    throw new UnsupportedOperationException();
  }

  public void logMetrics(String runId, List<RunMetric> metrics) {
    throw new UnsupportedOperationException();
  }

  public void setTags(String runId, Map<String, String> tags) {
    throw new UnsupportedOperationException();
  }

  public void logInputs(String runId, List<DatasetInput> inputs) {
    throw new UnsupportedOperationException();
  }

  public void logArtifact(String runId, String path, byte[] content) {
    throw new UnsupportedOperationException();
  }

  public void terminate(String runId, RunOutcome outcome, Instant ended) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
