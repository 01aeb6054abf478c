package dev.emovox.cli.connected;

import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.local.LocalStack;
import dev.emovox.local.UpOptions;
import dev.emovox.local.UpOutcome;
import dev.emovox.local.doctor.Check;
import dev.emovox.local.doctor.DoctorChecks;
import dev.emovox.local.home.StackStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The stack of one home on this machine. */
final class StackServices implements LocalServices {
  private final LocalStack stack;
  private final Map<String, String> environment;

  StackServices(LocalStack stack, Map<String, String> environment) {
    this.stack = stack;
    this.environment = environment;
  }

  @Override
  public UpOutcome up(StackChoice choice, Consumer<StackStatus> ready) {
    return stack.up(options(choice), ready);
  }

  @Override
  public UpOutcome upDetached(StackChoice choice) {
    return stack.upDetached(options(choice));
  }

  @Override
  public boolean down() {
    return stack.down();
  }

  @Override
  public StackStatus status() {
    return stack.status();
  }

  @Override
  public void logs(String name, boolean follow, PrintStream out) {
    stack.logs(name, follow, out);
  }

  @Override
  public List<Check> checks() {
    return new DoctorChecks(stack.home(), environment).all();
  }

  private UpOptions options(StackChoice choice) {
    UpOptions options = UpOptions.standard(environment).withPorts(choice.ports());
    return choice.s3().map(options::withS3).orElse(options);
  }
}
