package dev.emovox.cli.console;

import java.util.function.Supplier;

/**
 * Says something when the user interrupts the process (Ctrl-C) or it is ended by a signal. The
 * process then ends with 128 plus the signal's number, 130 for Ctrl-C.
 */
public final class Interruption {
  private Interruption() {}

  /** Does {@code work}; a signal meanwhile runs {@code action} before the process ends. */
  public static <T> T tells(Runnable action, Supplier<T> work) {
    Thread hook = new Thread(action, "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal is being answered; the hook has its say.
    }
  }
}
