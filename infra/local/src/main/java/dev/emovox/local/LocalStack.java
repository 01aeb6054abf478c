package dev.emovox.local;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.HomeChoices;
import dev.emovox.local.home.StackRecord;
import dev.emovox.local.home.StackStatus;
import dev.emovox.local.process.Leftovers;
import dev.emovox.settings.Endpoints;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Whether the worker and the service of this home compute on a graphics card. */
  public boolean usesGpu() {
    return HomeChoices.of(home).gpu().orElse(false);
  }

  /** Remembers for this and later starts whether a graphics card is computed on. */
  public void rememberGpu(boolean used) {
    HomeChoices.file(home.create()).write(HomeChoices.of(home).withGpu(used));
  }

  /**
   * Starts everything and supervises it in this process. Returns at once when it was running
   * already; otherwise this process ends with the stack, by a signal or by {@link #down()} from
   * another process.
   *
   * @param ready told once, when everything answers
   * @throws dev.emovox.domain.ServerUnavailableException when a server can't be started or
   *     installed; nothing is left running
   * @throws InvalidInputException when a port, a choice of S3 server or the home will not do
   */
  public UpOutcome up(UpOptions options, Consumer<StackStatus> ready) {
    if (isUp()) {
      return UpOutcome.ALREADY_RUNNING;
    }
    return new ForegroundStack(home, progress).run(options, () -> ready.accept(status()));
  }

  /**
   * Starts everything under a supervisor in the background; returns once everything answers.
   * Failures are those of {@link #up}.
   */
  public UpOutcome upDetached(UpOptions options) {
    if (isUp()) {
      return UpOutcome.ALREADY_RUNNING;
    }
    return new DetachedStack(home, progress).run(options);
  }

  /**
   * Ends everything, also what a killed supervisor may have left.
   *
   * @return whether anything was running
   */
  public boolean down() {
    Optional<StackRecord> last = StackRecord.file(home).read();
    boolean supervised =
        last.flatMap(stack -> stack.supervisor().find()).map(SupervisorEnd::await).orElse(false);
    int leftovers = new Leftovers(home.run()).end();
    last.map(StackRecord::stopped).ifPresent(StackRecord.file(home)::write);
    return supervised || leftovers > 0;
  }

  /** What runs now. */
  public StackStatus status() {
    return StackRecord.file(home)
        .read()
        .map(this::status)
        .orElse(
            new StackStatus(
                home.folder().toString(), OptionalLong.empty(), Optional.empty(), List.of()));
  }

  /**
   * Prints a service's log, or the supervisor's by the name {@code supervisor}.
   *
   * @param follow also what comes later, until the thread is interrupted
   * @throws InvalidInputException for a name without a log, with those that have one
   */
  public void logs(String name, boolean follow, PrintStream out) {
    new LogPrinter(home, out).print(name, follow);
  }

  /**
   * The endpoints of the running stack; variables of the given environment come first.
   *
   * @throws InvalidInputException when nothing runs and the environment does not name every server
   */
  public Endpoints endpoints(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>();
    StackRecord.file(home)
        .read()
        .filter(StackRecord::hasSupervisor)
        .ifPresent(stack -> variables.putAll(stack.endpoints()));
    variables.putAll(environment);
    return Endpoints.fromEnvironment(variables);
  }

  private boolean isUp() {
    return StackRecord.file(home).read().map(StackRecord::hasSupervisor).orElse(false);
  }

  private StackStatus status(StackRecord stack) {
    StackRecord actual = stack.hasSupervisor() ? stack : stack.stopped();
    OptionalLong supervisor =
        stack.hasSupervisor() ? OptionalLong.of(stack.supervisor().pid()) : OptionalLong.empty();
    return new StackStatus(
        home.folder().toString(), supervisor, actual.s3Kind(), actual.services());
  }
}
