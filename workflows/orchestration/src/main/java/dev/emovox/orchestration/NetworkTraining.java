package dev.emovox.orchestration;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.domain.SplitPart;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A network from its first weights to its package. Should a checkpoint be gone that it needs, for
 * example because another run settled a stage with the same epochs meanwhile, its stages are
 * trained again; epochs that are whole are found.
 */
final class NetworkTraining {
  static final int ATTEMPTS = 3;

  private final FineTuningRequest request;
  private final OpenRuns runs;
  private final FineTuningActivities fineTuning = Activities.fineTuning();
  private final TrainingTrackingActivities tracking = Activities.trainingTracking();
  private final Parent parent = new Parent();
  private final StageRunner stages = new StageRunner(parent::tell);

  NetworkTraining(FineTuningRequest request, OpenRuns runs) {
    this.request = request;
    this.runs = runs;
  }

  FineTunedModel run() {
    PreparedNetwork network = prepare();
    FineTunedModel model = attempt(network, 1);
    tracking.closeNetwork(request, model);
    runs.closed(network.trackedRun());
    return model;
  }

  private PreparedNetwork prepare() {
    PreparedTraining start =
        stages.run(
            StageNames.prepare(name(), split()),
            () -> fineTuning.prepare(request),
            PreparedTraining::stage);
    TrackedRun run = runs.opened(tracking.openNetwork(request));
    parent.tell(new NetworkStart(name(), split(), start, run));
    return new PreparedNetwork(request, start, run);
  }

  private FineTunedModel attempt(PreparedNetwork network, int attempt) {
    try {
      return release(network, train(network, attempt == 1));
    } catch (ActivityFailure failure) {
      if (!Failures.isCheckpointGone(failure) || attempt == ATTEMPTS) {
        throw failure;
      }
      Workflow.getLogger(NetworkTraining.class)
          .warn("A checkpoint is gone; training the stages again", failure);
      return attempt(network, attempt + 1);
    }
  }

  private List<TrainedStage> train(PreparedNetwork network, boolean maybeFound) {
    StageTraining training = new StageTraining(network, runs);
    List<TrainedStage> trained = new ArrayList<>();
    EpochOutcome before = null;
    for (int i = 0; i < request.settings().stages().size(); i++) {
      TrainedStage stage = training.run(i, before, maybeFound);
      trained.add(stage);
      before = stage.selected();
    }
    return trained;
  }

  private FineTunedModel release(PreparedNetwork network, List<TrainedStage> trained) {
    EpochOutcome selected = trained.get(trained.size() - 1).selected();
    EvaluationOutcome evaluation = test(network, selected);
    StageResult modelPackage =
        stages.run(
            StageNames.pack(name(), split()),
            () -> fineTuning.packNetwork(network.contents(selected, evaluation)),
            Function.identity());
    return new FineTunedModel(
        name(), split(), network.start(), trained, evaluation, modelPackage, network.trackedRun());
  }

  private EvaluationOutcome test(PreparedNetwork network, EpochOutcome selected) {
    long clips = network.start().clips().getOrDefault(SplitPart.TEST, 0);
    StageStatus stage = StageRunner.begun(StageNames.evaluate(name(), split()), clips, "clips");
    return stages.run(
        stage,
        () -> Activities.testing().testNetwork(network.test(selected)),
        EvaluationOutcome::stage);
  }

  private String name() {
    return request.settings().name();
  }

  private String split() {
    return request.splitName();
  }
}
