package dev.emovox.contracts;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Takes note of what prediction services report of drift, and has a model trained again if they ask
 * for that. There is one for each registered model; the first report starts it, and it goes on
 * until somebody ends it.
 */
@WorkflowInterface
public interface DriftWatch {

  /**
   * Waits for reports.
   *
   * @param history what there was before
   */
  @WorkflowMethod
  void watch(DriftHistory history);

  /** A service raised its alarm. One that is reported twice counts once. */
  @SignalMethod
  void raised(DriftReport report);

  /** The last alarms. */
  @QueryMethod
  DriftHistory history();

  /** The workflow id of a model's watch. */
  static String workflowId(String model) {
    return "emovox-drift-" + model;
  }
}
