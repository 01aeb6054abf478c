package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.KeyDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.LedgerKeys;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the first key. */
@Command(
    name = "create",
    description = {
      "Make the key that the ledger will begin with; needs no server.",
      "The first promotion does so, too. If a key is here already, nothing is made (exit code 2)."
    },
    footer = {"%nExample:", "  ./emovox ledger key create"})
final class LedgerKeyCreateCommand implements Callable<Integer> {
  private final Invocation invocation;

  LedgerKeyCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    LedgerKeys keys = invocation.workplace().ledgerFiles().keys();
    if (!keys.folder().ids().isEmpty()) {
      throw new InvalidInputException(
          "There is a key in %s already. `./emovox ledger key rotate` changes to a new one."
              .formatted(keys.folder().folder()));
    }
    KeyDocument created = KeyDocument.of(keys.create().verificationKey(), keys.folder());
    console.result(new LedgerText(console.style()).keys(List.of(created)));
    if (console.json()) {
      console.document(Json.write(created));
    }
    return 0;
  }
}
