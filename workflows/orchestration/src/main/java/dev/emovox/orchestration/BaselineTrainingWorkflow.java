package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentedTraining;
import dev.emovox.contracts.BaselineActivities;
import dev.emovox.contracts.BaselineTraining;
import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.contracts.PackageRequest;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import io.temporal.workflow.WorkflowInit;
import java.util.function.Function;

/** Fits, tests and packs one baseline on one split. */
public final class BaselineTrainingWorkflow implements BaselineTraining {
  private final BaselineTrainingRequest request;
  private final BaselineActivities baselines = Activities.baselines();
  private final StageRunner stages = new StageRunner(new Parent()::tell);

  @WorkflowInit
  public BaselineTrainingWorkflow(BaselineTrainingRequest request) {
    this.request = request;
  }

  @Override
  public TrainedModel train(BaselineTrainingRequest request) {
    FitOutcome fit = fit();
    EvaluationOutcome evaluation = evaluate(fit);
    StageResult modelPackage = pack(fit, evaluation);
    return new TrainedModel(request.settings(), request.splitName(), fit, evaluation, modelPackage);
  }

  private FitOutcome fit() {
    FitRequest fit =
        new FitRequest(
            request.settings(),
            request.features(),
            request.split(),
            request.labels(),
            request.seed(),
            request.augmented());
    return stages.run(
        StageNames.fit(model(), request.splitName()), () -> baselines.fit(fit), FitOutcome::stage);
  }

  private EvaluationOutcome evaluate(FitOutcome fit) {
    EvaluationRequest evaluation =
        new EvaluationRequest(
            model(),
            request.splitName(),
            fit.stage().output("model"),
            request.manifest(),
            request.features(),
            request.split(),
            request.labels(),
            request.seed());
    return stages.run(
        StageNames.evaluate(model(), request.splitName()),
        () -> baselines.evaluate(evaluation),
        EvaluationOutcome::stage);
  }

  private StageResult pack(FitOutcome fit, EvaluationOutcome evaluation) {
    PackageRequest contents =
        new PackageRequest(
            fit.stage().output("model"),
            request.settings().kind(),
            request.labels(),
            request.preprocessing(),
            request.manifest(),
            request.split(),
            request.features(),
            evaluation.stage().output("report"),
            request.augmented().map(AugmentedTraining::set),
            fit.stage().find("calibration"));
    return stages.run(
        StageNames.pack(model(), request.splitName()),
        () -> baselines.assemblePackage(contents),
        Function.identity());
  }

  private String model() {
    return request.settings().name();
  }
}
