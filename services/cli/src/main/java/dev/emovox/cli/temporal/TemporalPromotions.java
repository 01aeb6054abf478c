package dev.emovox.cli.temporal;

import dev.emovox.cli.render.PromotionWords;
import dev.emovox.cli.workplace.PromotionHandle;
import dev.emovox.cli.workplace.Promotions;
import dev.emovox.contracts.Promotion;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.TemporalEndpoint;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.List;
import java.util.Optional;

/** The promotions of one namespace. Safe for use by several threads. */
public final class TemporalPromotions implements Promotions {
  private static final String TYPE = Promotion.class.getSimpleName();
  private static final String STATUS_QUERY = "status";

  private final String model;
  private final boolean watchesService;
  private final TemporalFailures failures;
  private final TemporalConnection connection;

  /**
   * Connects.
   *
   * @param model the registered model that they are about
   * @param watchesService whether there is a prediction service to be watched
   * @throws dev.emovox.domain.ServerUnavailableException if the service does not answer
   */
  public TemporalPromotions(TemporalEndpoint endpoint, String model, boolean watchesService) {
    this.model = model;
    this.watchesService = watchesService;
    this.failures = new TemporalFailures(endpoint);
    this.connection = TemporalConnection.open(endpoint);
  }

  @Override
  public boolean watchesService() {
    return watchesService;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Optional<PromotionStatus> underWay() {
    WorkflowStub stub = client().newUntypedWorkflowStub(PromotionOrder.workflowId(model));
    try {
      return isRunning(stub.describe().getStatus())
          ? Optional.of(stub.query(STATUS_QUERY, PromotionStatus.class))
          : Optional.empty();
    } catch (WorkflowNotFoundException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw failures.explainQuery("the promotion of " + model, e);
    }
  }

  @Override
  public PromotionHandle start(PromotionOrder order) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(order.workflowId())
            .setTaskQueue(TaskQueues.CPU)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    Promotion workflow = client().newWorkflowStub(Promotion.class, options);
    try {
      WorkflowExecution started = WorkflowClient.start(workflow::run, order);
      return new PromotionHandle(started.getWorkflowId(), started.getRunId());
    } catch (WorkflowExecutionAlreadyStarted e) {
      throw taken(e);
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
  }

  private WorkFailedException taken(WorkflowExecutionAlreadyStarted cause) {
    String other =
        underWay()
            .map(
                status ->
                    "%s, asked for by %s, is under way (%s)"
                        .formatted(
                            status.order().id(),
                            status.order().by(),
                            PromotionWords.of(status.state())))
            .orElse("another one was under way until now");
    return new WorkFailedException(
        "What is served of %s is changed by one at a time, and %s. Nothing was started. Wait for its end, with --queue if you like; `./emovox promotions` shows it."
            .formatted(model, other),
        cause);
  }

  @Override
  public PromotionStatus status(PromotionHandle promotion) {
    WorkflowStub stub = stub(promotion.workflowId(), promotion.executionId());
    WorkflowExecutionStatus state;
    try {
      state = stub.describe().getStatus();
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
    return status(stub, state);
  }

  private PromotionStatus status(WorkflowStub stub, WorkflowExecutionStatus state) {
    if (state == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      return queried(stub);
    }
    try {
      return stub.getResult(PromotionStatus.class);
    } catch (RuntimeException e) {
      throw failures.explainFailure(e);
    }
  }

  private PromotionStatus queried(WorkflowStub stub) {
    try {
      return stub.query(STATUS_QUERY, PromotionStatus.class);
    } catch (RuntimeException e) {
      throw failures.explainQuery("the promotion", e);
    }
  }

  private static boolean isRunning(WorkflowExecutionStatus status) {
    return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  @Override
  public List<PromotionStatus> newest(int limit) {
    try {
      return client()
          .listExecutions("WorkflowType = '%s'".formatted(TYPE))
          .limit(limit)
          .map(this::listed)
          .toList();
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
  }

  /** One that failed says so in its status. */
  private PromotionStatus listed(WorkflowExecutionMetadata found) {
    WorkflowExecution execution = found.getExecution();
    return queried(stub(execution.getWorkflowId(), execution.getRunId()));
  }

  private WorkflowStub stub(String workflowId, String executionId) {
    return client()
        .newUntypedWorkflowStub(
            WorkflowTargetOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setRunId(executionId)
                .build(),
            Optional.of(TYPE));
  }

  @Override
  public RecordedEntry say(boolean agrees, PromotionOpinion opinion) {
    WorkflowStub stub = client().newUntypedWorkflowStub(PromotionOrder.workflowId(model));
    try {
      if (!isRunning(stub.describe().getStatus())) {
        throw nothingWaits(null);
      }
      return stub.update(agrees ? "approve" : "reject", RecordedEntry.class, opinion);
    } catch (WorkflowNotFoundException e) {
      throw nothingWaits(e);
    } catch (RuntimeException e) {
      throw failures.explainFailure(e);
    }
  }

  private InvalidInputException nothingWaits(Throwable cause) {
    return new InvalidInputException(
        "No promotion of %s waits for approval. `./emovox promotions` lists them.".formatted(model),
        cause);
  }

  private WorkflowClient client() {
    return connection.client();
  }

  @Override
  public void close() {
    connection.close();
  }
}
