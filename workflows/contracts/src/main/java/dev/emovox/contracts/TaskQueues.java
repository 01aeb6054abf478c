package dev.emovox.contracts;

/** Names of the Temporal task queues. */
public final class TaskQueues {
  /** Workflows and all activities that need no accelerator. */
  public static final String CPU = "emovox-cpu";

  private TaskQueues() {}
}
