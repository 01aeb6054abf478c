package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.TaskQueues;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
  private static final int PIECES = 20;
  private static final int WIDTH = 3;

  @Test
  void keepsToItsWidthAndToTheOrderOfTheWork() {
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
      environment
          .newWorker(TaskQueues.CPU)
          .registerWorkflowImplementationTypes(WindowedWorkflow.class);
      environment.start();
      Windowed workflow =
          environment
              .getWorkflowClient()
              .newWorkflowStub(
                  Windowed.class,
                  WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.CPU).build());

      List<Integer> result = workflow.run();

      assertThat(result.subList(0, PIECES)).isEqualTo(IntStream.range(0, PIECES).boxed().toList());
      assertThat(result.get(PIECES)).isEqualTo(WIDTH);
    }
  }

  /** The results in order, and after them the most pieces that were under way at once. */
  @WorkflowInterface
  public interface Windowed {
    @WorkflowMethod
    List<Integer> run();
  }

  /** Pieces that sleep for different times. */
  public static final class WindowedWorkflow implements Windowed {
    private int running;
    private int most;

    @Override
    public List<Integer> run() {
      List<Supplier<Promise<Integer>>> work =
          IntStream.range(0, PIECES)
              .<Supplier<Promise<Integer>>>mapToObj(i -> () -> Async.function(() -> piece(i)))
              .toList();
      List<Integer> results = new ArrayList<>(new SlidingWindow(WIDTH).run(work));
      results.add(most);
      return results;
    }

    private int piece(int index) {
      running++;
      most = Math.max(most, running);
      Workflow.sleep(Duration.ofSeconds(index % 4 + 1));
      running--;
      return index;
    }
  }
}
