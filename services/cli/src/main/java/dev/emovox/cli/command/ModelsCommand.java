package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.VersionDocument;
import dev.emovox.cli.render.ListText;
import dev.emovox.cli.workplace.Models;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists registered models. */
@Command(
    name = "models",
    description = {
      "List the registered model versions.",
      "The alias champion marks what is served."
    },
    footer = {
      "%nExample:",
      "  ./emovox models --json | jq '.[] | select(.aliases[] == \"champion\")'"
    })
final class ModelsCommand implements Callable<Integer> {
  private final Invocation invocation;

  ModelsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (Models models = invocation.workplace().models()) {
      List<VersionDocument> versions = models.versions().stream().map(VersionDocument::of).toList();
      console.result(new ListText(console.style()).versions(versions));
      if (console.json()) {
        console.document(Json.write(versions));
      }
      return 0;
    }
  }
}
