package dev.emovox.lineage.openlineage;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** A run that goes on: tells each of its events once. Not safe for use by several threads. */
public final class LiveRun {
  private final ExperimentPlan plan;
  private final Set<String> told = new HashSet<>();
  private RunStatus last;

  /** A run of which nothing was told yet. */
  public LiveRun(ExperimentPlan plan) {
    this.plan = plan;
  }

  /**
   * The events that were not told before. That a stage failed is told when the run has ended, which
   * alone knows why.
   */
  public List<RunEvent> update(RunStatus status) {
    last = status;
    return RunEvents.of(plan, status).stream()
        .filter(event -> status.state() != RunState.RUNNING || !isFailure(event))
        .filter(event -> told.add(event.identity()))
        .toList();
  }

  /**
   * What was last known of the run.
   *
   * @param startedAtMillis when it began, in case nothing was
   */
  public RunStatus last(LongSupplier startedAtMillis) {
    return last == null ? RunStatus.begun(plan, startedAtMillis.getAsLong()) : last;
  }

  private static boolean isFailure(RunEvent event) {
    return event.eventType() == RunEvent.Type.FAIL || event.eventType() == RunEvent.Type.ABORT;
  }
}
