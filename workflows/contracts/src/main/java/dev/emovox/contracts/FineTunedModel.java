package dev.emovox.contracts;

import java.util.List;

/**
 * A network of a run, from its stages to its package.
 *
 * @param name what it is called in results
 * @param split name of the split
 * @param start digest-addressed checkpoint that it started from
 * @param stages every epoch of every stage, and what was selected
 * @param evaluation its test
 * @param modelPackage output {@code package}
 * @param trackedRun its run in MLflow
 */
public record FineTunedModel(
    String name,
    String split,
    PreparedTraining start,
    List<TrainedStage> stages,
    EvaluationOutcome evaluation,
    StageResult modelPackage,
    TrackedRun trackedRun) {

  /** Unweighted average recall on the validation part at the selected epoch of the last stage. */
  public double validationUnweightedAverageRecall() {
    return stages.get(stages.size() - 1).selected().validation().unweightedAverageRecall();
  }

  /** What registration has to know. */
  public Candidate candidate() {
    return new Candidate(
        name, split, validationUnweightedAverageRecall(), evaluation, modelPackage);
  }
}
