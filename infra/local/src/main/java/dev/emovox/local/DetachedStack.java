package dev.emovox.local;

import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackRecord;
import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.process.LogTail;
import dev.emovox.local.provisioning.ServerFolder;
import dev.emovox.local.provisioning.ServerPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a supervisor in the background and waits until its stack answers. */
final class DetachedStack {
  private static final long PAUSE_MILLIS = 50;

  private final Home home;
  private final Consumer<String> progress;
  private final Set<String> announced = new HashSet<>();

  DetachedStack(Home home, Consumer<String> progress) {
    this.home = home;
    this.progress = progress;
  }

  UpOutcome run(UpOptions options) {
    home.create();
    ServerPrograms programs = ServerFolder.programs(options.environment(), home.folder(), progress);
    new StackPlanner(home, options, programs).plan(); // fails early, and installs what is missing
    StackRequest.file(home).write(StackRequest.of(options));
    try {
      Files.deleteIfExists(StackFailure.file(home).path());
      return await(start(programs.python(), options));
    } catch (IOException e) {
      throw new WorkFailedException("Can't start the supervisor: " + e.getMessage(), e);
    }
  }

  /** A session of its own, so that neither a closed terminal nor its Ctrl-C reaches it. */
  private Process start(Path python, UpOptions options) throws IOException {
    String intoSession = "import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])";
    List<String> command =
        new ArrayList<>(List.of(python.toString(), "-I", "-S", "-c", intoSession));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SupervisorMain.class.getName(), home.folder().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(options.environment());
    builder.environment().remove(ChildLauncher.OWNER_VARIABLE); // a supervisor is nobody's child
    return builder
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile()))
        .start();
  }

  private UpOutcome await(Process supervisor) {
    try {
      while (!supervisor.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        List<ServiceStatus> services = services(supervisor.pid());
        services.stream().filter(DetachedStack::isUp).forEach(this::announce);
        if (!services.isEmpty() && services.stream().allMatch(DetachedStack::isUp)) {
          return UpOutcome.STARTED;
        }
      }
    } catch (InterruptedException e) {
      supervisor.destroy();
      Thread.currentThread().interrupt();
    }
    return ended(supervisor);
  }

  /** An end without an error: another supervisor was faster. */
  private UpOutcome ended(Process supervisor) {
    Optional<StackFailure> failure = StackFailure.file(home).read();
    if (failure.isPresent()) {
      throw failure.get().exception();
    }
    if (!supervisor.isAlive() && supervisor.exitValue() == 0) {
      return UpOutcome.ALREADY_RUNNING;
    }
    throw new WorkFailedException(
        "The supervisor ended while the stack was starting. The end of its log, %s:%n%s"
            .formatted(
                home.log("supervisor"),
                String.join(System.lineSeparator(), LogTail.lines(home.log("supervisor"), 15))));
  }

  private List<ServiceStatus> services(long supervisor) {
    return StackRecord.file(home)
        .read()
        .filter(stack -> stack.supervisor().pid() == supervisor)
        .map(StackRecord::services)
        .orElse(List.of());
  }

  private void announce(ServiceStatus service) {
    if (announced.add(service.name())) {
      progress.accept(
          "%s is up%s"
              .formatted(service.name(), service.address().map(at -> " at " + at).orElse("")));
    }
  }

  private static boolean isUp(ServiceStatus service) {
    return service.state() == ServiceState.RUNNING || service.state() == ServiceState.EXTERNAL;
  }
}
