package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.EntryDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.cli.workplace.LedgerAccess;
import dev.emovox.ledger.entry.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes to a new key. */
@Command(
    name = "rotate",
    description = {
      "Make a new key and let it sign from now on.",
      "The change is an entry of the ledger, signed by the old key and the new one."
    },
    footer = {"%nExample:", "  ./emovox ledger key rotate --reason 'yearly'"})
final class LedgerKeyRotateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private DecisionOptions decision = new DecisionOptions();

  LedgerKeyRotateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (LedgerAccess ledger = invocation.workplace().ledger()) {
      EntryDocument entry =
          EntryDocument.of(ledger.rotate(new Decision.Reasoned(decision.by(), decision.reason())));
      console.result(new LedgerText(console.style()).entry(entry));
      if (console.json()) {
        console.document(Json.write(entry));
      }
      return 0;
    }
  }
}
