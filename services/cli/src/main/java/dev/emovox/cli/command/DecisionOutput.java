package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.EntryDocument;
import dev.emovox.cli.render.LedgerText;
import dev.emovox.ledger.entry.SignedEntry;

/** The entry that a decision was recorded by, for people or as JSON. */
final class DecisionOutput {
  private DecisionOutput() {}

  /** Prints; the result is the exit status of a decision that was taken. */
  static int print(Console console, SignedEntry entry) {
    EntryDocument document = EntryDocument.of(entry);
    console.result(new LedgerText(console.style()).decision(document));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }
}
