package dev.emovox.local;

import dev.emovox.local.home.Home;
import dev.emovox.local.home.StackStatus;
import dev.emovox.settings.Endpoints;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The servers and services of one home: Temporal, S3, MLflow, the worker and the serving process as
 * supervised children. Every method may be called from any process.
 */
public final class LocalStack {
  private final Home home;
  private final Consumer<String> progress;

  /**
   * The stack of a home.
   *
   * @param progress told what takes long, a line at a time
   */
  public LocalStack(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Where the stack keeps everything. */
  public Home home() {
    return home;
  }

  /**
   * Starts everything and supervises it in this process. Returns after the stack was ended by
   * {@link #down()} from another process, or at once when it was running already. A signal that
   * ends this process ends the stack first.
   *
   * @param ready told once, when everything answers
   */
  public UpOutcome up(UpOptions options, Consumer<StackStatus> ready) {
    return notYet();
  }

  /** Starts everything under a supervisor in the background; returns once everything answers. */
  public UpOutcome upDetached(UpOptions options) {
    return notYet();
  }

  /**
   * Ends everything, also what a killed supervisor may have left.
   *
   * @return whether anything was running
   */
  public boolean down() {
    return notYet();
  }

  /** What runs now. */
  public StackStatus status() {
    return notYet();
  }

  /**
   * Prints a service's log, or the supervisor's by the name {@code supervisor}.
   *
   * @param follow also what comes later, until the thread is interrupted
   * @throws dev.emovox.domain.InvalidInputException for a name without a log, with those that have
   *     one
   */
  public void logs(String name, boolean follow, PrintStream out) {
    notYet();
  }

  /**
   * The endpoints of the running stack; variables of the given environment come first.
   *
   * @throws dev.emovox.domain.InvalidInputException when nothing runs and the environment does not
   *     name every server
   */
  public Endpoints endpoints(Map<String, String> environment) {
    return notYet();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // until the bodies are there
  private <T> T notYet() {
    throw new UnsupportedOperationException("no stack yet in " + home + " " + progress);
  }
}
