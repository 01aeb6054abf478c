package dev.emovox.audit;

import dev.emovox.audit.evidence.TrackedValues;
import java.util.Optional;

/** What MLflow holds about runs. */
@FunctionalInterface
public interface TrackedRuns {
  /** What it holds about one of its runs; nothing if it does not have it. */
  Optional<TrackedValues> find(String mlflowRunId);
}
