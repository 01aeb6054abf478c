package dev.emovox.contracts;

import java.util.List;

/**
 * All that is known of a run at a moment; also the workflow's result.
 *
 * @param id the run
 * @param experiment name of the experiment
 * @param state where it stands
 * @param error one paragraph if it failed, else null
 * @param startedAtMillis epoch milliseconds
 * @param seconds how long it took; while it runs, how long it had taken when its workflow last did
 *     something
 * @param ingestion the manifest; null until it is known
 * @param stages in the order in which they began
 * @param models baselines evaluated so far, in the plan's order
 * @param networks all networks of the plan in its order, with every epoch so far
 * @param trackedRun the run in MLflow; null until it is opened
 * @param registered the version that the run registered; null until then
 */
public record RunStatus(
    String id,
    String experiment,
    RunState state,
    String error,
    long startedAtMillis,
    double seconds,
    IngestionOutcome ingestion,
    List<StageStatus> stages,
    List<TrainedModel> models,
    List<NetworkStatus> networks,
    TrackedRun trackedRun,
    RegisteredVersion registered) {

  public RunStatus {
    networks = networks == null ? List.of() : List.copyOf(networks);
  }
}
