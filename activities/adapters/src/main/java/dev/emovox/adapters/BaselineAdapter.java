package dev.emovox.adapters;

import dev.emovox.contracts.BaselineActivities;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.contracts.PackageRequest;
import dev.emovox.contracts.StageResult;

/** The stages of a baseline: fit, test, pack. */
public final class BaselineAdapter implements BaselineActivities {
  private final FitStage fit;
  private final EvaluationStage evaluation;
  private final PackageStage packing;

  /**
   * The activities on the given stores.
   *
   * @param programVersion what packages name as the program that made them
   */
  public BaselineAdapter(Stores stores, Heartbeats heartbeats, String programVersion) {
    this.fit = new FitStage(stores, heartbeats);
    this.evaluation = new EvaluationStage(stores, heartbeats);
    this.packing = new PackageStage(stores, heartbeats, programVersion);
  }

  @Override
  public FitOutcome fit(FitRequest request) {
    return fit.run(request);
  }

  @Override
  public EvaluationOutcome evaluate(EvaluationRequest request) {
    return evaluation.run(request);
  }

  @Override
  public StageResult assemblePackage(PackageRequest request) {
    return packing.run(request);
  }
}
