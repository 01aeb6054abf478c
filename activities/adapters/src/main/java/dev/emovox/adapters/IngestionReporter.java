package dev.emovox.adapters;

import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageProgress;
import dev.emovox.corpora.IngestionProgress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowException;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes an ingestion's progress on: to the activity's heartbeat for every file, and now and then
 * as a signal to the run, so that its status shows a rate. Each signal is an event in the run's
 * history, so the pauses grow with the time that has passed: a day of ingestion sends a few
 * hundred.
 */
final class IngestionReporter implements IngestionProgress {
  private static final Logger LOG = LoggerFactory.getLogger(IngestionReporter.class);
  private static final long SHORTEST_PAUSE_MILLIS = 2000;
  private static final long PAUSES_SO_FAR = 50;

  private final Consumer<Integer> heartbeat;
  private final Consumer<StageProgress> run;
  private final Clock clock;
  private final long startedAt;
  private long nextSignalAt;

  IngestionReporter(Consumer<Integer> heartbeat, Consumer<StageProgress> run, Clock clock) {
    this.heartbeat = heartbeat;
    this.run = run;
    this.clock = clock;
    this.startedAt = clock.millis();
  }

  /** Reports to the run that the current activity belongs to. */
  static IngestionReporter ofThisActivity(Heartbeats.Beat beat) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Retraining run =
        context
            .getWorkflowClient()
            .newWorkflowStub(Retraining.class, context.getInfo().getWorkflowId());
    return new IngestionReporter(beat::at, progress -> signal(run, progress), Clock.systemUTC());
  }

  /** Progress is for people to look at; failing to tell it is no reason to stop. */
  private static void signal(Retraining run, StageProgress progress) {
    try {
      run.progress(progress);
    } catch (WorkflowException e) {
      LOG.debug("progress was not told", e);
    }
  }

  @Override
  public void advanced(int done, int total) {
    heartbeat.accept(done);
    long now = clock.millis();
    if (now >= nextSignalAt) {
      long pause = Math.max(SHORTEST_PAUSE_MILLIS, (now - startedAt) / PAUSES_SO_FAR);
      nextSignalAt = now + pause;
      run.accept(new StageProgress(StageNames.INGESTION, 0, done, total));
    }
  }
}
