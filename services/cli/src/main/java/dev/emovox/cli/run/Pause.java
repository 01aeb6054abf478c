package dev.emovox.cli.run;

import java.time.Duration;

/** Lets time pass; tests move their clock instead. */
@FunctionalInterface
public interface Pause {

  /** Returns after {@code length}. */
  void of(Duration length) throws InterruptedException;

  /** The real one. */
  static Pause real() {
    return length -> Thread.sleep(length.toMillis());
  }
}
