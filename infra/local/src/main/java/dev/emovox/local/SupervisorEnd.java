package dev.emovox.local;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a supervisor in another process. */
final class SupervisorEnd {
  /** What our own processes may take, and then the servers. */
  private static final int LIMIT_SECONDS = 180;

  private SupervisorEnd() {}

  /** Asks it to end everything and waits; kills it when it does not, and its children end alone. */
  static boolean await(ProcessHandle supervisor) {
    supervisor.destroy();
    try {
      supervisor.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      supervisor.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
