package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Fits, evaluates and packs baselines. */
@ActivityInterface
public interface BaselineActivities {

  /** Fits one model; scaling is learnt from the clips it is fitted on and nothing else. */
  FitOutcome fit(FitRequest request);

  /** Scores a fitted model on the test part. */
  EvaluationOutcome evaluate(EvaluationRequest request);

  /** A self-contained package that serving can load; output {@code package}. */
  StageResult assemblePackage(PackageRequest request);
}
