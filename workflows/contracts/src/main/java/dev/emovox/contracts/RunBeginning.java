package dev.emovox.contracts;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import java.util.List;

/**
 * When a run began by its own clock, which is that of the first task that a worker completed, as
 * its history tells. For runs that can't be asked: a worker refuses to replay a history that ends
 * with a termination.
 */
public final class RunBeginning {
  private static final int FIRST_EVENTS = 50;
  private static final long MILLIS_PER_SECOND = 1000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private RunBeginning() {}

  /** In epoch milliseconds; of a run that no worker ever took up, when it was asked for. */
  public static long millis(WorkflowClient client, String runId) {
    GetWorkflowExecutionHistoryRequest request =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(client.getOptions().getNamespace())
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(runId))
            .setMaximumPageSize(FIRST_EVENTS)
            .build();
    return millis(
        client
            .getWorkflowServiceStubs()
            .blockingStub()
            .getWorkflowExecutionHistory(request)
            .getHistory()
            .getEventsList());
  }

  /** Of a history's first events. */
  static long millis(List<HistoryEvent> events) {
    long first =
        events.stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .mapToLong(event -> event.getWorkflowTaskCompletedEventAttributes().getStartedEventId())
            .findFirst()
            .orElse(1);
    return events.stream()
        .filter(event -> event.getEventId() == first)
        .mapToLong(RunBeginning::millis)
        .findFirst()
        .orElseThrow();
  }

  private static long millis(HistoryEvent event) {
    return event.getEventTime().getSeconds() * MILLIS_PER_SECOND
        + event.getEventTime().getNanos() / NANOS_PER_MILLI;
  }
}
