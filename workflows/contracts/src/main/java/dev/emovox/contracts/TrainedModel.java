package dev.emovox.contracts;

import dev.emovox.domain.BaselineSettings;

/**
 * One model of a run, from fit to package.
 *
 * @param settings what was asked for
 * @param split name of the split
 * @param fit the fitted model
 * @param evaluation its test
 * @param modelPackage output {@code package}
 */
public record TrainedModel(
    BaselineSettings settings,
    String split,
    FitOutcome fit,
    EvaluationOutcome evaluation,
    StageResult modelPackage) {

  /** What registration has to know. */
  public Candidate candidate() {
    return new Candidate(
        settings.name(), split, fit.validationUnweightedAverageRecall(), evaluation, modelPackage);
  }
}
