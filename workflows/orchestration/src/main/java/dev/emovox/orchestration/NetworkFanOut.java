package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuning;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.domain.FineTuningSettings;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains every network on every split, each pair in a child workflow. All are started at once: what
 * bounds their number is the devices, which take one epoch at a time.
 */
final class NetworkFanOut {
  /** A little longer than the children take to let go of their devices and to close their runs. */
  static final Duration LONGEST_END = DrainedEpoch.LONGEST_DRAIN.plusMinutes(5);

  private final ExperimentPlan plan;
  private final RunBoard board;
  private final List<Promise<TrackedModel>> started = new ArrayList<>();

  NetworkFanOut(ExperimentPlan plan, RunBoard board) {
    this.plan = plan;
    this.board = board;
  }

  /** Starts all networks in the plan's order: split by split. */
  void start(IngestionOutcome ingestion, Map<String, SplitOutcome> splits) {
    plan.splits()
        .forEach(
            split ->
                plan.networks()
                    .forEach(
                        settings ->
                            start(
                                request(
                                    settings, ingestion, splits.get(split.name()), split.name()))));
  }

  private void start(FineTuningRequest request) {
    started.add(Async.function(() -> train(request)));
  }

  /** The networks in the plan's order; the first failure that is seen is thrown as it is. */
  List<TrackedModel> models() {
    Promise.allOf(started).get();
    return started.stream().map(Promise::get).toList();
  }

  /** Waits for networks that were cancelled, so that none works on behind the run's back. */
  void awaitEnd() {
    if (started.stream().allMatch(Promise::isCompleted)) {
      return;
    }
    Workflow.newDetachedCancellationScope(
            () ->
                Workflow.await(LONGEST_END, () -> started.stream().allMatch(Promise::isCompleted)))
        .run();
  }

  private FineTuningRequest request(
      FineTuningSettings settings, IngestionOutcome ingestion, SplitOutcome split, String name) {
    return new FineTuningRequest(
        settings,
        name,
        ingestion.stage().output("manifest"),
        split.stage().output("split"),
        ingestion.labels(),
        plan.seed(),
        plan,
        board.trackedRun());
  }

  private TrackedModel train(FineTuningRequest request) {
    String name = request.settings().name();
    String id = String.join("/", plan.runId(), request.splitName(), name);
    FineTuning child = Workflow.newChildWorkflowStub(FineTuning.class, ChildOptions.named(id));
    try {
      FineTunedModel model = child.train(request);
      board.networks().done(model);
      return new TrackedModel(model.candidate(), model.trackedRun());
    } catch (ChildWorkflowFailure failure) {
      RunState state = Failures.isCancellation(failure) ? RunState.CANCELLED : RunState.FAILED;
      board.networks().stopped(name, request.splitName(), state);
      throw failure;
    }
  }
}
