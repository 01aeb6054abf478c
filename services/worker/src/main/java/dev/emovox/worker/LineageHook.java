package dev.emovox.worker;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a run is opened and when it is closed, by the activities that do so. Workflows know
 * nothing of it, and whatever goes wrong here is no business of theirs.
 */
final class LineageHook extends WorkerInterceptorBase {
  private static final Logger LOG = LoggerFactory.getLogger(LineageHook.class);
  private static final String OPEN = "OpenRun";
  private static final String CLOSE = "CloseRun";

  private final LineageEvents events;

  LineageHook(LineageEvents events) {
    this.events = events;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Calls(next);
  }

  private final class Calls extends ActivityInboundCallsInterceptorBase {
    private String activity = "";

    Calls(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext context) {
      activity = context.getInfo().getActivityType();
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      ActivityOutput output = super.execute(input);
      try {
        notice(input.getArguments());
      } catch (RuntimeException e) {
        LOG.warn("The events of a run are not told", e);
      }
      return output;
    }

    private void notice(Object[] arguments) {
      if (activity.equals(OPEN) && arguments[0] instanceof ExperimentPlan plan) {
        events.opened(plan);
      } else if (activity.equals(CLOSE) && arguments[1] instanceof RunStatus status) {
        events.closed(status);
      }
    }
  }
}
