package dev.emovox.tracking;

/** How a run ended, in MLflow's words. */
public enum RunOutcome {
  FINISHED,
  FAILED,
  KILLED
}
