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
  private static final double MILLIS_PER_SECOND = 1000;

  public RunStatus {
    networks = networks == null ? List.of() : List.copyOf(networks);
  }

  /** A run of which no more is known than that it began. */
  public static RunStatus begun(ExperimentPlan plan, long startedAtMillis) {
    return new RunStatus(
        plan.runId(),
        plan.experiment(),
        RunState.RUNNING,
        null,
        startedAtMillis,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  /** The same run after another time. */
  public RunStatus after(double otherSeconds) {
    return changed(state, error, otherSeconds, stages);
  }

  /**
   * The same run for one who knows that it was ended from outside, of which it could take no note:
   * what was still going on ended with it.
   *
   * @param how the run ended
   * @param why one paragraph
   * @param afterSeconds from its start to its end
   */
  public RunStatus endedFromOutside(RunState how, String why, double afterSeconds) {
    long end = startedAtMillis + Math.round(afterSeconds * MILLIS_PER_SECOND);
    return changed(
        how, why, afterSeconds, stages.stream().map(stage -> endedBy(end, stage)).toList());
  }

  private static StageStatus endedBy(long end, StageStatus stage) {
    return stage.state() == RunState.RUNNING
        ? stage.stopped(RunState.CANCELLED, Math.max(end, stage.startedAtMillis()))
        : stage;
  }

  private RunStatus changed(
      RunState newState, String newError, double newSeconds, List<StageStatus> newStages) {
    return new RunStatus(
        id,
        experiment,
        newState,
        newError,
        startedAtMillis,
        newSeconds,
        ingestion,
        newStages,
        models,
        networks,
        trackedRun,
        registered);
  }
}
