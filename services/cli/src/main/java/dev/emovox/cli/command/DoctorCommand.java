package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.render.DoctorText;
import dev.emovox.local.doctor.Check;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks the machine. */
@Command(
    name = "doctor",
    description = {
      "Check whether this machine has what Emovox needs.",
      "Says what to do where it has not. Changes nothing, except that libtorch is unpacked to be tried."
    },
    footer = {"%nExit code 1 if a check fails.", "%nExample:", "  ./emovox doctor"})
final class DoctorCommand implements Callable<Integer> {
  private final Invocation invocation;

  /** The JSON document. */
  record Document(List<Check> checks) {}

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    List<Check> checks = invocation.workplace().services().checks();
    console.result(new DoctorText(console.style()).lines(checks));
    if (console.json()) {
      console.document(Json.write(new Document(checks)));
    }
    ExitCode code = checks.stream().allMatch(Check::ok) ? ExitCode.DONE : ExitCode.FAILED;
    return code.status();
  }
}
