package dev.emovox.records;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import java.util.Optional;

/**
 * A run as it was asked for, and as it ended.
 *
 * @param plan all settings, every default filled in
 * @param status stages, artefacts and scores; empty until the run has ended
 */
public record RunRecord(ExperimentPlan plan, Optional<RunStatus> status) {

  /** The run's name. */
  public String id() {
    return plan.runId();
  }
}
