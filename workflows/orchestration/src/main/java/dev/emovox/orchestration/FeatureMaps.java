package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureMapRequest;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Maps of the feature tables, drawn while models are trained. Nothing waits for them before the
 * best model is registered, so that a picture costs no model; after it, one that failed fails the
 * run, so that a bug is seen.
 */
final class FeatureMaps {
  private final ExperimentPlan plan;
  private final StageRunner stages;
  private final List<Promise<StageResult>> underWay = new ArrayList<>();

  FeatureMaps(ExperimentPlan plan, StageRunner stages) {
    this.plan = plan;
    this.stages = stages;
  }

  /** Begins to draw the tables of the feature sets; runs that older workers began draw none. */
  void start(TrackedRun run, Map<String, ArtifactRef> tables) {
    if (Workflow.getVersion("feature-maps", Workflow.DEFAULT_VERSION, 1) == 1) {
      tables.forEach(
          (set, table) ->
              draw(new FeatureMapRequest(run, set, table, plan.seed()), tables.size() == 1));
    }
  }

  private void draw(FeatureMapRequest request, boolean alone) {
    String stage = alone ? StageNames.MAPS : StageNames.maps(request.set());
    underWay.add(
        Async.function(
            () ->
                stages.run(stage, () -> Activities.maps().drawMaps(request), Function.identity())));
  }

  /** Returns when all are drawn; the first failure is thrown as it is. */
  void awaitEnd() {
    underWay.forEach(Promise::get);
  }
}
