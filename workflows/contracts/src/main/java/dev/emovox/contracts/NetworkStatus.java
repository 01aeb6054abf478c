package dev.emovox.contracts;

import java.util.List;

/**
 * How far a network on a split is.
 *
 * @param name what it is called in results
 * @param split name of the split
 * @param state where it stands
 * @param start what it starts from; null until that is known
 * @param stages all stages, in their order
 * @param evaluation its test; null until the network is done
 * @param modelPackage output {@code package}; null until the network is done
 * @param trackedRun its run in MLflow; null until it is opened
 */
public record NetworkStatus(
    String name,
    String split,
    RunState state,
    PreparedTraining start,
    List<NetworkStageStatus> stages,
    EvaluationOutcome evaluation,
    StageResult modelPackage,
    TrackedRun trackedRun) {

  public NetworkStatus {
    stages = List.copyOf(stages);
  }
}
