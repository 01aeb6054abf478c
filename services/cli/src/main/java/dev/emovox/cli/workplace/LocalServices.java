package dev.emovox.cli.workplace;

import dev.emovox.local.UpOutcome;
import dev.emovox.local.doctor.Check;
import dev.emovox.local.home.StackStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** The local stack of the home. */
public interface LocalServices {

  /** Starts and supervises everything until it is ended by {@code down} or a signal. */
  UpOutcome up(StackChoice choice, Consumer<StackStatus> ready);

  /** Starts everything under a supervisor in the background; returns once everything answers. */
  UpOutcome upDetached(StackChoice choice);

  /** Ends everything; false if nothing was running. */
  boolean down();

  /** What runs now. */
  StackStatus status();

  /** Prints a service's log. */
  void logs(String name, boolean follow, PrintStream out);

  /** Looks at this machine. */
  List<Check> checks();
}
