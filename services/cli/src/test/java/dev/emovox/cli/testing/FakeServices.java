package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.UpOutcome;
import dev.emovox.local.doctor.Check;
import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A local stack in memory. */
public final class FakeServices implements LocalServices {
  private final List<StackChoice> choices = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private boolean running;

  public List<StackChoice> choices() {
    return choices;
  }

  public void check(Check check) {
    checks.add(check);
  }

  @Override
  public UpOutcome up(StackChoice choice, Consumer<StackStatus> ready) {
    UpOutcome outcome = upDetached(choice);
    if (outcome == UpOutcome.STARTED) {
      ready.accept(status());
    }
    return outcome;
  }

  @Override
  public UpOutcome upDetached(StackChoice choice) {
    choices.add(choice);
    UpOutcome outcome = running ? UpOutcome.ALREADY_RUNNING : UpOutcome.STARTED;
    running = true;
    return outcome;
  }

  @Override
  public boolean down() {
    boolean was = running;
    running = false;
    return was;
  }

  @Override
  public StackStatus status() {
    ServiceStatus temporal =
        new ServiceStatus(
            "temporal",
            ServiceState.RUNNING,
            Optional.of("127.0.0.1:7233"),
            Optional.of("http://127.0.0.1:8233"),
            OptionalLong.of(12),
            Optional.of("1.32.0"),
            1,
            Optional.of("It was killed."));
    return new StackStatus(
        "/home/emovox",
        running ? OptionalLong.of(11) : OptionalLong.empty(),
        Optional.empty(),
        List.of(running ? temporal : temporal.stopped()));
  }

  @Override
  public void logs(String name, boolean follow, PrintStream out) {
    if (!name.equals("worker")) {
      throw new InvalidInputException("There is no log '%s'.".formatted(name));
    }
    out.println("first");
    out.println("second");
  }

  @Override
  public List<Check> checks() {
    return checks;
  }
}
