package dev.emovox.worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the worker is doing as a whole; safe for use by several threads. */
final class WorkerState {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerState.class);

  private volatile boolean ready;
  private volatile String description = "starting";

  /** The worker can't take work yet, or no longer; says why, once for each reason. */
  void notReady(String why) {
    if (ready || !why.equals(description)) {
      LOG.info("Not ready: {}", why);
    }
    ready = false;
    description = why;
  }

  /** The worker takes work. */
  void ready(String what) {
    LOG.info("Ready: {}", what);
    description = what;
    ready = true;
  }

  boolean isReady() {
    return ready;
  }

  String description() {
    return description;
  }
}
