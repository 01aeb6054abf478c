package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.EntryDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.cli.workplace.LedgerAccess;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists entries. */
@Command(
    name = "list",
    description = "List the newest entries of the ledger.",
    footer = {
      "%nWhat is new since the last look from this machine is verified (exit code 1 if it is wrong).",
      "%nExample:",
      "  ./emovox ledger list --limit 5"
    })
final class LedgerListCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  LedgerListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new ParameterException(spec.commandLine(), "--limit is from 1 to " + MOST);
    }
    Console console = invocation.console();
    try (LedgerAccess ledger = invocation.workplace().ledger()) {
      List<EntryDocument> entries = ledger.newest(limit).stream().map(EntryDocument::of).toList();
      console.result(new LedgerText(console.style()).list(entries));
      if (console.json()) {
        console.document(Json.write(entries));
      }
      return 0;
    }
  }
}
