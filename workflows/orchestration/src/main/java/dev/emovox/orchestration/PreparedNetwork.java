package dev.emovox.orchestration;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.TrainingStage;

/**
 * A network that can be trained, and what each of its activities is asked.
 *
 * @param request what to train and how
 * @param start its first weights and its clips
 * @param trackedRun its run in MLflow
 */
record PreparedNetwork(FineTuningRequest request, PreparedTraining start, TrackedRun trackedRun) {

  String name() {
    return request.settings().name();
  }

  String split() {
    return request.splitName();
  }

  TrainingStage stage(int index) {
    return request.settings().stages().get(index);
  }

  /**
   * The first epoch of a stage.
   *
   * @param before the epoch that the stage before selected; null for the first stage
   * @param trackedStage the stage's run in MLflow
   */
  EpochRequest firstEpoch(int stageIndex, EpochOutcome before, TrackedRun trackedStage) {
    TrainingStage stage = stage(stageIndex);
    return new EpochRequest(
        request.plan().runId(),
        name(),
        split(),
        stage,
        stageIndex,
        1,
        start.checkpoint(),
        clips(),
        request.labels(),
        request.settings().longestSeconds(),
        before == null ? null : position(before),
        before != null && stage.resume() == TrainingStage.Resume.FULL_STATE,
        request.seed(),
        trackedStage);
  }

  /** The epoch after one of the same stage; it goes on with weights and optimiser. */
  EpochRequest epochAfter(EpochRequest ended, EpochOutcome outcome) {
    return new EpochRequest(
        ended.runId(),
        ended.modelName(),
        ended.splitName(),
        ended.stage(),
        ended.stageIndex(),
        ended.epoch() + 1,
        ended.checkpoint(),
        ended.clips(),
        ended.labels(),
        ended.longestSeconds(),
        position(outcome),
        true,
        ended.seed(),
        ended.trackedStage());
  }

  /** The test of a trained epoch. */
  NetworkTestRequest test(EpochOutcome selected) {
    return new NetworkTestRequest(
        request.plan().runId(),
        name(),
        split(),
        start.checkpoint(),
        weights(selected),
        request.manifest(),
        clips(),
        request.labels(),
        request.settings().longestSeconds(),
        request.seed());
  }

  /** The package of a tested epoch. */
  NetworkPackageRequest contents(EpochOutcome selected, EvaluationOutcome evaluation) {
    return new NetworkPackageRequest(
        start.checkpoint(),
        weights(selected),
        position(selected),
        request.labels(),
        request.settings().longestSeconds(),
        request.manifest(),
        request.split(),
        clips(),
        evaluation.stage().output("report"),
        evaluation.stage().find("predictions"));
  }

  private ArtifactRef clips() {
    return start.stage().output("training-clips");
  }

  private static ArtifactRef position(EpochOutcome epoch) {
    return epoch.stage().output("position");
  }

  private static ArtifactRef weights(EpochOutcome epoch) {
    return epoch.stage().output("weights");
  }
}
