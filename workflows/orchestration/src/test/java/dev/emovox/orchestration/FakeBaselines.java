package dev.emovox.orchestration;

import dev.emovox.contracts.BaselineActivities;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.contracts.PackageRequest;
import dev.emovox.contracts.StageResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models with given validation scores; the better on validation is the worse in the test. */
final class FakeBaselines implements BaselineActivities {
  final Map<String, Double> validationByModel = new ConcurrentHashMap<>();
  volatile AttemptBehaviour behaviour = attempt -> {};

  @Override
  public FitOutcome fit(FitRequest request) {
    behaviour.on(1);
    double score = validationByModel.getOrDefault(request.model().name(), 0.5);
    return new FitOutcome(FakeArtifacts.made(request, "model", "validation"), score);
  }

  @Override
  public EvaluationOutcome evaluate(EvaluationRequest request) {
    double score = 1 - validationByModel.getOrDefault(request.modelName(), 0.5);
    return new EvaluationOutcome(
        FakeArtifacts.made(request, "predictions", "report"),
        FakeArtifacts.scores(score),
        Map.of("ravdess", FakeArtifacts.scores(score)),
        Map.of());
  }

  @Override
  public StageResult assemblePackage(PackageRequest request) {
    return FakeArtifacts.made(request, "package");
  }
}
