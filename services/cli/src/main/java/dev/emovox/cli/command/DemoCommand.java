package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.demo.Demo;
import dev.emovox.cli.demo.DemoResult;
import dev.emovox.cli.demo.DemoText;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.cli.run.Pause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does everything once. */
@Command(
    name = "demo",
    description = {
      "Do everything once, from speech to a served model's prediction.",
      "Starts the stack, runs a small experiment, promotes its model, waits until it is served and",
      "predicts a clip. The stack is left running. May be repeated."
    },
    footer = {
      "%nExamples:",
      "  ./emovox demo                        on made-up speech",
      "  ./emovox demo --data /data/speech    on yours"
    })
final class DemoCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with speech; may be repeated (default: made-up speech).")
  private List<Path> data = new ArrayList<>();

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    String user = System.getProperty("user.name");
    Demo demo = new Demo(invocation.workplace(), console, invocation.clock(), Pause.real(), user);
    DemoResult result = demo.play(data);
    console.result(new DemoText(console.style()).lines(result));
    if (console.json()) {
      console.document(Json.write(result));
    }
    boolean failed = result.prediction() instanceof FileOutcome.Refused;
    return (failed ? ExitCode.FAILED : ExitCode.DONE).status();
  }
}
