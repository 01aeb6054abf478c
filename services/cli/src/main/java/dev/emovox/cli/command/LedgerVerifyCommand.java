package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.LedgerDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.cli.workplace.LedgerAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at all of the ledger. */
@Command(
    name = "verify",
    description = {
      "Check every entry of the ledger, and hold the registry against it.",
      "Bytes, signatures, order, chain, times, the key it begins with, what this machine saw before,",
      "and whether the version that is served is the one that was decided."
    },
    footer = {
      "%nExit code 4 if something is wrong. A ledger without fault is remembered: that its end was cut",
      "off can be seen only by who saw that end, or by what the registry says.",
      "EMOVOX_LEDGER_FINGERPRINT names the key that it must begin with.",
      "%nExamples:",
      "  ./emovox ledger verify",
      "  ./emovox ledger verify --json | jq -r '.findings[].rule'"
    })
final class LedgerVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--ledger-only", description = "Don't ask the registry.")
  private boolean ledgerOnly;

  LedgerVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (LedgerAccess ledger = invocation.workplace().ledger()) {
      LedgerDocument report = LedgerDocument.of(ledger.verify(!ledgerOnly));
      console.result(new LedgerText(console.style()).report(report));
      if (console.json()) {
        console.document(Json.write(report));
      }
      return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.FOUND).status();
    }
  }
}
