package dev.emovox.orchestration;

import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.TrackedRun;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The runs that a network has open in the tracking server, so that none is left open. */
final class OpenRuns {
  private final List<TrackedRun> open = new ArrayList<>();

  /** Notes a run that was opened, or opened again. */
  TrackedRun opened(TrackedRun run) {
    open.remove(run);
    open.add(run);
    return run;
  }

  /** Notes a run that was closed. */
  void closed(TrackedRun run) {
    open.remove(run);
  }

  /**
   * Closes all runs as failed or killed, the innermost first, even when all else is cancelled. If
   * that fails, the network's own end counts.
   */
  void abandon(TemporalFailure failure) {
    boolean cancelled = Failures.isCancellation(failure);
    RunState state = cancelled ? RunState.CANCELLED : RunState.FAILED;
    String error = cancelled ? null : Failures.message(failure);
    Workflow.newDetachedCancellationScope(
            () -> {
              for (int i = open.size() - 1; i >= 0; i--) {
                abandon(new AbandonedRun(open.get(i), state, error));
              }
            })
        .run();
  }

  private static void abandon(AbandonedRun run) {
    try {
      Activities.trainingClosing().abandon(run);
    } catch (ActivityFailure failure) {
      Workflow.getLogger(OpenRuns.class)
          .warn("The tracked run {} could not be closed", run.run().runId(), failure);
    }
  }
}
