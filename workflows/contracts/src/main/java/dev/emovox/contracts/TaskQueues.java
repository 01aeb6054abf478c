package dev.emovox.contracts;

/** Names of the Temporal task queues. */
public final class TaskQueues {
  /** Workflows and all activities that need no accelerator. */
  public static final String CPU = "emovox-cpu";

  /** Training and testing of networks: one activity at a time on each device. */
  public static final String GPU = "emovox-gpu";

  private TaskQueues() {}
}
