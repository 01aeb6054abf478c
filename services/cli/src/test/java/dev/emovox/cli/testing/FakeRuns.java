package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs in memory: each look at a run takes the next of the statuses that were laid out. */
public final class FakeRuns implements Runs {
  private final Deque<Optional<RunStatus>> statuses = new ArrayDeque<>();
  private final List<ExperimentPlan> started = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();
  private final List<RunSummary> summaries = new ArrayList<>();

  public FakeRuns next(RunStatus status) {
    statuses.add(Optional.of(status));
    return this;
  }

  public FakeRuns nextAway() {
    statuses.add(Optional.empty());
    return this;
  }

  public FakeRuns listed(RunSummary summary) {
    summaries.add(summary);
    return this;
  }

  public List<ExperimentPlan> started() {
    return started;
  }

  public List<String> cancelled() {
    return cancelled;
  }

  @Override
  public void start(ExperimentPlan plan) {
    started.add(plan);
  }

  @Override
  public RunStatus status(String runId) {
    if (statuses.isEmpty()) {
      throw new InvalidInputException("There is no run '%s'.".formatted(runId));
    }
    return statuses
        .remove()
        .orElseThrow(() -> new ServerUnavailableException("No worker answers.", null));
  }

  @Override
  public ExperimentPlan plan(String runId) {
    return started.stream()
        .filter(plan -> plan.runId().equals(runId))
        .findFirst()
        .orElseGet(() -> Plans.unknown(runId));
  }

  @Override
  public List<RunSummary> list(Optional<String> experiment, int limit) {
    return summaries.stream()
        .filter(run -> experiment.map(run.experiment()::equals).orElse(true))
        .limit(limit)
        .toList();
  }

  @Override
  public void cancel(String runId) {
    cancelled.add(runId);
  }

  @Override
  public Optional<String> link(String runId) {
    return Optional.of("http://temporal/" + runId);
  }

  @Override
  public void close() {}
}
