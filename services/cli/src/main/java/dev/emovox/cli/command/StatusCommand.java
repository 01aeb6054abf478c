package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.StackDocument;
import dev.emovox.cli.render.StackText;
import dev.emovox.local.home.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the local stack. */
@Command(
    name = "status",
    description = {
      "Show the local stack.",
      "What runs, where it answers and what had to be started again."
    },
    footer = {"%nExamples:", "  ./emovox status", "  ./emovox status --json --home /tmp/other"})
final class StatusCommand implements Callable<Integer> {
  private final Invocation invocation;

  StatusCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    StackStatus status = invocation.workplace().services().status();
    console.result(new StackText(console.style()).lines(status));
    if (console.json()) {
      console.document(Json.write(StackDocument.of(status)));
    }
    return 0;
  }
}
