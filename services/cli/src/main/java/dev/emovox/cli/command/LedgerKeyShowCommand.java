package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.KeyDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.ledger.key.KeyFolder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the keys of this machine. */
@Command(
    name = "show",
    description = {
      "Show the keys whose private halves lie on this machine; needs no server.",
      "Only public halves and fingerprints are printed. `ledger verify` tells which key is in force."
    },
    footer = {"%nExample:", "  ./emovox ledger key show --json | jq -r '.[].fingerprint'"})
final class LedgerKeyShowCommand implements Callable<Integer> {
  private final Invocation invocation;

  LedgerKeyShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    KeyFolder folder = invocation.workplace().ledgerFiles().keys().folder();
    List<KeyDocument> keys =
        folder.ids().stream()
            .map(id -> KeyDocument.of(folder.key(id).verificationKey(), folder))
            .toList();
    console.result(new LedgerText(console.style()).keys(keys));
    if (console.json()) {
      console.document(Json.write(keys));
    }
    return 0;
  }
}
