package dev.emovox.orchestration;

import dev.emovox.contracts.BaselineTraining;
import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Trains every model on every split, each pair in a child workflow, and records it. */
final class ModelFanOut {
  static final int MODELS_AT_ONCE = 32;

  private final ExperimentPlan plan;
  private final RunBoard board;
  private final IngestionOutcome ingestion;
  private final TrackingActivities tracking = Activities.tracking();

  ModelFanOut(ExperimentPlan plan, RunBoard board, IngestionOutcome ingestion) {
    this.plan = plan;
    this.board = board;
    this.ingestion = ingestion;
  }

  /**
   * All models in the plan's order: split by split.
   *
   * @param splits by name
   * @param tables what the models are fitted on
   */
  List<TrackedModel> train(Map<String, SplitOutcome> splits, TrainingTables tables) {
    List<Supplier<Promise<TrackedModel>>> work =
        plan.splits().stream()
            .flatMap(split -> requests(split.name(), splits.get(split.name()), tables).stream())
            .map(this::start)
            .toList();
    return new SlidingWindow(MODELS_AT_ONCE).run(work);
  }

  private List<BaselineTrainingRequest> requests(
      String splitName, SplitOutcome split, TrainingTables tables) {
    return plan.models().stream()
        .map(model -> request(model, splitName, split.stage().output("split"), tables))
        .toList();
  }

  private BaselineTrainingRequest request(
      BaselineSettings model, String splitName, ArtifactRef split, TrainingTables tables) {
    FeatureSettings set = plan.featuresOf(model);
    return new BaselineTrainingRequest(
        model,
        splitName,
        ingestion.stage().output("manifest"),
        split,
        tables.features().get(set.set()),
        set,
        ingestion.labels(),
        plan.seed(),
        tables.augmented(model, splitName, set));
  }

  private Supplier<Promise<TrackedModel>> start(BaselineTrainingRequest request) {
    return () -> Async.function(() -> trainAndRecord(request));
  }

  private TrackedModel trainAndRecord(BaselineTrainingRequest request) {
    String id = String.join("/", plan.runId(), request.splitName(), request.settings().name());
    BaselineTraining child =
        Workflow.newChildWorkflowStub(BaselineTraining.class, ChildOptions.named(id));
    TrainedModel model = child.train(request);
    TrackedRun run =
        tracking.recordModel(new ModelTrackingRequest(plan, board.trackedRun(), request, model));
    board.trained(model);
    return new TrackedModel(model.candidate(), run);
  }
}
