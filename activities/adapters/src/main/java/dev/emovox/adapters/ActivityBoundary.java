package dev.emovox.adapters;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where every activity passes: logs how it went and gives failures their type. */
public final class ActivityBoundary extends WorkerInterceptorBase {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityBoundary.class);

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Boundary(next);
  }

  private static final class Boundary extends ActivityInboundCallsInterceptorBase {
    private ActivityInfo info;

    Boundary(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
      info = context.getInfo();
      super.init(context);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // an Error must not be taken for a server that is away
    public ActivityOutput execute(ActivityInput input) {
      long start = System.nanoTime();
      try {
        ActivityOutput output = super.execute(input);
        LOG.info("{} of {} done in {} ms", name(), info.getWorkflowId(), millisSince(start));
        return output;
      } catch (Throwable thrown) {
        RuntimeException failure = ActivityFailures.of(thrown, name(), info.getAttempt());
        log(failure, start);
        throw failure;
      }
    }

    /** The stack trace is in Temporal's own line, and in the run's history. */
    private void log(RuntimeException failure, long start) {
      LOG.warn(
          "{} of {} ended after {} ms at attempt {}: {}",
          name(),
          info.getWorkflowId(),
          millisSince(start),
          info.getAttempt(),
          ActivityFailures.message(failure));
    }

    private String name() {
      return info.getActivityType();
    }

    private static long millisSince(long startNanos) {
      return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }
  }
}
