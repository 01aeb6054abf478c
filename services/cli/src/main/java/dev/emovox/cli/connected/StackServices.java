package dev.emovox.cli.connected;

import dev.emovox.cli.device.CudaSetup;
import dev.emovox.cli.device.DeviceChecks;
import dev.emovox.cli.device.LibtorchProcess;
import dev.emovox.cli.workplace.LocalServices;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.local.LocalStack;
import dev.emovox.local.UpOptions;
import dev.emovox.local.UpOutcome;
import dev.emovox.local.doctor.Check;
import dev.emovox.local.doctor.DoctorChecks;
import dev.emovox.local.home.StackStatus;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The stack of one home on this machine. */
final class StackServices implements LocalServices {
  private final LocalStack stack;
  private final Map<String, String> environment;
  private final Consumer<String> progress;

  StackServices(LocalStack stack, Map<String, String> environment, Consumer<String> progress) {
    this.stack = stack;
    this.environment = environment;
    this.progress = progress;
  }

  @Override
  public UpOutcome up(StackChoice choice, Consumer<StackStatus> ready) {
    return stack.status().isUp() ? UpOutcome.ALREADY_RUNNING : stack.up(options(choice), ready);
  }

  @Override
  public UpOutcome upDetached(StackChoice choice) {
    return stack.status().isUp() ? UpOutcome.ALREADY_RUNNING : stack.upDetached(options(choice));
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
    List<Check> checks = new ArrayList<>(new DoctorChecks(stack.home(), environment).all());
    checks.addAll(
        new DeviceChecks(
                new LibtorchProcess(environment)::run,
                stack.usesGpu(),
                Files.isDirectory(Path.of("/proc/driver/nvidia")))
            .all());
    return checks;
  }

  private UpOptions options(StackChoice choice) {
    UpOptions options = UpOptions.standard(environment).withPorts(choice.ports());
    return withGpu(choice, choice.s3().map(options::withS3).orElse(options));
  }

  private UpOptions withGpu(StackChoice choice, UpOptions options) {
    boolean gpu = choice.gpu().orElse(stack.usesGpu());
    UpOptions complete =
        gpu ? options.withVariables(CudaSetup.of(environment, progress).variables()) : options;
    choice.gpu().ifPresent(stack::rememberGpu);
    return complete;
  }
}
