package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.EntryDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.cli.workplace.LedgerAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one entry. */
@Command(
    name = "show",
    description = "Show an entry of the ledger with all digests that it names.",
    footer = {"%nExample:", "  ./emovox ledger show 2 --json | jq .evidence"})
final class LedgerShowCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "N", description = "The entry's number.")
  private long number;

  LedgerShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (LedgerAccess ledger = invocation.workplace().ledger()) {
      EntryDocument entry = EntryDocument.of(ledger.entry(number));
      console.result(new LedgerText(console.style()).entry(entry));
      if (console.json()) {
        console.document(Json.write(entry));
      }
      return 0;
    }
  }
}
