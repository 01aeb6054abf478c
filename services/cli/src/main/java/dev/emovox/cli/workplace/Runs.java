package dev.emovox.cli.workplace;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import java.util.List;
import java.util.Optional;

/**
 * The runs on a Temporal service. Every method throws {@link
 * dev.emovox.domain.ServerUnavailableException} if the service can't be reached.
 */
public interface Runs extends AutoCloseable {

  /** Starts a run, which goes on whatever becomes of this process. */
  void start(ExperimentPlan plan);

  /**
   * How far a run is, also after its end.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no such run
   * @throws dev.emovox.domain.ServerUnavailableException also if no worker answers
   */
  RunStatus status(String runId);

  /**
   * What a run was started with; no worker is needed.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no such run
   */
  ExperimentPlan plan(String runId);

  /**
   * The newest runs first.
   *
   * @param experiment only this experiment's, or all
   * @param limit at most so many
   */
  List<RunSummary> list(Optional<String> experiment, int limit);

  /**
   * Asks a run to stop; it ends at its next safe point.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no such run or it has ended
   */
  void cancel(String runId);

  /** Where a browser shows a run; empty if that is not known. */
  Optional<String> link(String runId);

  @Override
  void close();
}
