package dev.emovox.local.home;

/** What a service of the stack is doing. */
public enum ServiceState {
  /** Started, does not answer yet. */
  STARTING,
  /** Answers. */
  RUNNING,
  /** Ended by itself or was killed, and will be started again. */
  RESTARTING,
  /** Not running. */
  STOPPED,
  /** Could not be started. */
  FAILED,
  /** Runs elsewhere; its address was given. */
  EXTERNAL
}
