package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the local stack. */
@Command(
    name = "down",
    description = {"End the local stack.", "Data stays in the home."},
    footer = {
      "%nJSON: {\"stopped\"}, whether anything was running.",
      "%nExample:",
      "  ./emovox down"
    })
final class DownCommand implements Callable<Integer> {
  private final Invocation invocation;

  /** The JSON document. */
  record Document(boolean stopped) {}

  DownCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    boolean stopped = invocation.workplace().services().down();
    console.result(List.of(stopped ? "The stack is down." : "Nothing was running."));
    if (console.json()) {
      console.document(Json.write(new Document(stopped)));
    }
    return 0;
  }
}
