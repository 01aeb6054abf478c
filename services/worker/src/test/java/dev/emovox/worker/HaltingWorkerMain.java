package dev.emovox.worker;

import dev.emovox.settings.Endpoints;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.Map;

/**
 * A worker that ends, as by a power cut, when an activity of a given name has done its work and
 * before anybody hears of that. {@code EMOVOX_TEST_HALT_AFTER} names the activity.
 */
public final class HaltingWorkerMain {
  private static final int KILLED = 137;

  private HaltingWorkerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    new WorkerProcess(
            Endpoints.fromEnvironment(environment),
            environment,
            new WorkerState(),
            new Halting(environment.getOrDefault("EMOVOX_TEST_HALT_AFTER", "")))
        .run();
  }

  private static final class Halting extends WorkerInterceptorBase {
    private final String name;

    Halting(String name) {
      this.name = name;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
      return new ActivityInboundCallsInterceptorBase(next) {
        private boolean meant;

        @Override
        public void init(ActivityExecutionContext context) {
          meant = context.getInfo().getActivityType().equals(name);
          super.init(context);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
          ActivityOutput output = super.execute(input);
          if (meant) {
            Runtime.getRuntime().halt(KILLED);
          }
          return output;
        }
      };
    }
  }
}
