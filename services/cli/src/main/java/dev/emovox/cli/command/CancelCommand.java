package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.workplace.Runs;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels a run. */
@Command(
    name = "cancel",
    description = {
      "Ask a run to stop.",
      "It ends at its next safe point, keeps what it finished and is closed in MLflow. A new run of the",
      "same experiment finds the finished stages in the cache."
    },
    footer = {
      "%nJSON: {\"id\", \"cancelling\"}.",
      "%nExample:",
      "  ./emovox cancel baselines-20260131-142501-9c4e"
    })
final class CancelCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "RUN", description = "The run, as `runs` lists it.")
  private String run;

  /** The JSON document. */
  record Document(String id, boolean cancelling) {}

  CancelCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (Runs runs = invocation.workplace().runs()) {
      runs.cancel(run);
    }
    console.result(
        List.of("Run %s was asked to stop. `./emovox show %s` tells.".formatted(run, run)));
    if (console.json()) {
      console.document(Json.write(new Document(run, true)));
    }
    return 0;
  }
}
