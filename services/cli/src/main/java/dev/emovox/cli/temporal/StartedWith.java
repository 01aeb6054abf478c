package dev.emovox.cli.temporal;

import dev.emovox.contracts.ExperimentPlan;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import java.util.Optional;

/** Reads what workflows were started with: the first event of a history has it. */
final class StartedWith {
  private final WorkflowClient client;

  StartedWith(WorkflowClient client) {
    this.client = client;
  }

  ExperimentPlan plan(String workflowId) {
    GetWorkflowExecutionHistoryRequest first =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace(client.getOptions().getNamespace())
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
            .setMaximumPageSize(1)
            .build();
    Payloads input =
        client
            .getWorkflowServiceStubs()
            .blockingStub()
            .getWorkflowExecutionHistory(first)
            .getHistory()
            .getEvents(0)
            .getWorkflowExecutionStartedEventAttributes()
            .getInput();
    return client
        .getOptions()
        .getDataConverter()
        .fromPayloads(0, Optional.of(input), ExperimentPlan.class, ExperimentPlan.class);
  }
}
