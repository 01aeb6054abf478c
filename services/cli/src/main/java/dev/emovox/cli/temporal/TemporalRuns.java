package dev.emovox.cli.temporal;

import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunBeginning;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The runs of one namespace. Safe for use by several threads. */
public final class TemporalRuns implements Runs {
  private static final String TYPE = Retraining.class.getSimpleName();
  private static final String STATUS_QUERY = "status";

  private final TemporalEndpoint endpoint;
  private final Optional<URI> webPages;
  private final Clock clock;
  private final TemporalFailures failures;
  private final TemporalConnection connection;

  /**
   * Connects.
   *
   * @param webPages address of Temporal's web pages, if known
   * @throws dev.emovox.domain.ServerUnavailableException if the service does not answer
   */
  public TemporalRuns(TemporalEndpoint endpoint, Optional<URI> webPages, Clock clock) {
    this.endpoint = endpoint;
    this.webPages = webPages;
    this.clock = clock;
    this.failures = new TemporalFailures(endpoint);
    this.connection = TemporalConnection.open(endpoint);
  }

  @Override
  public void start(ExperimentPlan plan) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(plan.runId())
            .setTaskQueue(TaskQueues.CPU)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
            .build();
    Retraining workflow = connection.client().newWorkflowStub(Retraining.class, options);
    ask(() -> WorkflowClient.start(workflow::run, plan));
  }

  @Override
  public RunStatus status(String runId) {
    WorkflowStub stub = stub(runId);
    Execution execution = describe(runId, stub);
    if (execution.state() == RunState.DONE) {
      return ask(() -> stub.getResult(RunStatus.class));
    }
    try {
      return execution.correct(stub.query(STATUS_QUERY, RunStatus.class), clock);
    } catch (RuntimeException e) {
      if (!execution.wasEndedFromOutside()) {
        throw failures.explainQuery("run " + runId, e);
      }
      return ask(() -> execution.correct(begun(runId), clock));
    }
  }

  /** Workers can't tell of a run that was terminated: they refuse to replay its history. */
  private RunStatus begun(String runId) {
    return RunStatus.begun(
        new StartedWith(connection.client()).plan(runId),
        RunBeginning.millis(connection.client(), runId));
  }

  @Override
  public ExperimentPlan plan(String runId) {
    describe(runId, stub(runId));
    return ask(() -> new StartedWith(connection.client()).plan(runId));
  }

  @Override
  public List<RunSummary> list(Optional<String> experiment, int limit) {
    String query =
        "WorkflowType = '%s'".formatted(TYPE)
            + experiment.map(" AND WorkflowId STARTS_WITH '%s-'"::formatted).orElse("");
    return ask(
        () ->
            connection
                .client()
                .listExecutions(query)
                .map(metadata -> Execution.of(metadata).summary(clock))
                .filter(run -> experiment.map(run.experiment()::equals).orElse(true))
                .limit(limit)
                .toList());
  }

  @Override
  public void cancel(String runId) {
    WorkflowStub stub = stub(runId);
    if (!describe(runId, stub).isRunning()) {
      throw new InvalidInputException(
          "Run %s has ended already; there is nothing to cancel. See `./emovox show %s`."
              .formatted(runId, runId));
    }
    ask(
        () -> {
          stub.cancel();
          return runId;
        });
  }

  @Override
  public Optional<String> link(String runId) {
    return webPages.map(
        address -> "%s/namespaces/%s/workflows/%s".formatted(address, endpoint.namespace(), runId));
  }

  @Override
  public void close() {
    connection.close();
  }

  private WorkflowStub stub(String runId) {
    return connection.client().newUntypedWorkflowStub(runId);
  }

  private Execution describe(String runId, WorkflowStub stub) {
    try {
      WorkflowExecutionDescription description = stub.describe();
      if (!description.getWorkflowType().equals(TYPE)) {
        throw noSuchRun(runId, null);
      }
      return Execution.of(description);
    } catch (WorkflowNotFoundException e) {
      throw noSuchRun(runId, e);
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
  }

  private static InvalidInputException noSuchRun(String runId, Throwable cause) {
    return new InvalidInputException(
        "There is no run '%s'. `./emovox runs` lists them.".formatted(runId), cause);
  }

  private <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
  }
}
