package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.SearchAttributes;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SplitSettings;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of a run, one after the other. */
final class RetrainingSteps {
  private final ExperimentPlan plan;
  private final RunBoard board;
  private final StageRunner stages;
  private final NetworkFanOut networks;
  private final FeatureMaps maps;
  private final TrackingActivities tracking = Activities.tracking();

  RetrainingSteps(ExperimentPlan plan, RunBoard board) {
    this.plan = plan;
    this.board = board;
    this.stages = new StageRunner(board.stages()::put);
    this.networks = new NetworkFanOut(plan, board);
    this.maps = new FeatureMaps(plan, stages);
  }

  void run() {
    PlanCheck.verify(plan);
    Workflow.upsertTypedSearchAttributes(SearchAttributes.EXPERIMENT.valueSet(plan.experiment()));
    board.opened(tracking.openRun(plan));
    IngestionOutcome ingestion = ingest();
    Map<String, SplitOutcome> splits = split(ingestion);
    networks.start(ingestion, splits);
    List<TrackedModel> models = new ArrayList<>(baselines(ingestion, splits));
    models.addAll(networks.models());
    register(models);
    maps.awaitEnd();
    tracking.closeRun(board.trackedRun(), board.ended(RunState.DONE, null));
  }

  /** Waits until nothing of a run works any more that was cancelled. */
  void awaitEnd() {
    networks.awaitEnd();
  }

  private IngestionOutcome ingest() {
    announce(StageNames.INGESTION);
    IngestionRequest request = new IngestionRequest(plan.directories(), plan.corpora());
    StageStatus stage = StageRunner.begun(StageNames.INGESTION, 0, "files");
    IngestionOutcome outcome =
        stages.run(stage, () -> Activities.ingestion().ingest(request), IngestionOutcome::stage);
    board.stages().counted(StageNames.INGESTION, (long) outcome.clips() + outcome.rejects());
    board.ingested(outcome);
    return outcome;
  }

  private Map<String, SplitOutcome> split(IngestionOutcome ingestion) {
    Map<String, Promise<SplitOutcome>> started = new LinkedHashMap<>();
    for (SplitSettings split : plan.splits()) {
      started.put(split.name(), Async.function(() -> split(ingestion, split)));
    }
    Map<String, SplitOutcome> outcomes = new LinkedHashMap<>();
    started.forEach((name, promise) -> outcomes.put(name, promise.get()));
    return outcomes;
  }

  private SplitOutcome split(IngestionOutcome ingestion, SplitSettings settings) {
    SplitRequest request =
        new SplitRequest(ingestion.stage().output("manifest"), settings, plan.seed());
    return stages.run(
        StageNames.split(settings.name()),
        () -> Activities.splits().split(request),
        SplitOutcome::stage);
  }

  /** Features are computed for baselines only; networks hear the clips themselves. */
  private List<TrackedModel> baselines(
      IngestionOutcome ingestion, Map<String, SplitOutcome> splits) {
    if (plan.models().isEmpty()) {
      announce(StageNames.TRAINING);
      return List.of();
    }
    Map<String, ArtifactRef> features = features(ingestion);
    maps.start(board.trackedRun(), features);
    TrainingTables tables = TrainingTables.of(features);
    if (!plan.augmentations().isEmpty()) {
      announce(StageNames.AUGMENTATION);
      tables = new AugmentedTables(plan, stages, ingestion).addTo(tables, splits);
    }
    announce(StageNames.TRAINING);
    return new ModelFanOut(plan, board, ingestion).train(splits, tables);
  }

  /** The tables by feature set. One set after the other: each keeps all workers busy. */
  private Map<String, ArtifactRef> features(IngestionOutcome ingestion) {
    announce(StageNames.FEATURES);
    Map<String, ArtifactRef> tables = new LinkedHashMap<>();
    for (FeatureSettings set : plan.features()) {
      tables.put(set.set(), table(ingestion, set));
    }
    return tables;
  }

  private ArtifactRef table(IngestionOutcome ingestion, FeatureSettings set) {
    String name =
        plan.features().size() == 1 ? StageNames.FEATURES : StageNames.features(set.set());
    FeatureRange all =
        new FeatureRange(ingestion.stage().output("manifest"), set, 0, ingestion.clips());
    return FeatureFanOut.run(plan, stages, name, all);
  }

  private void register(List<TrackedModel> models) {
    announce(StageNames.REGISTRATION);
    TrackedModel chosen = Registration.choose(plan.registration(), models);
    RegistrationRequest request = new RegistrationRequest(plan, chosen.run(), chosen.model());
    board.registered(
        stages.run(StageNames.REGISTRATION, () -> tracking.register(request), registered -> null));
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.UNWEIGHTED_AVERAGE_RECALL.valueSet(
            chosen.model().evaluation().overall().unweightedAverageRecall().value()));
  }

  private static void announce(String stage) {
    Workflow.upsertTypedSearchAttributes(SearchAttributes.STAGE.valueSet(stage));
  }
}
