package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.PromotionDocument;
import dev.emovox.cli.render.PromotionText;
import dev.emovox.contracts.PromotionStatus;
import java.util.List;

/** A promotion that has begun, for people or as JSON. */
final class PromotionOutput {
  private PromotionOutput() {}

  /** Prints; the result is the exit status. */
  static int print(Console console, PromotionStatus status) {
    PromotionDocument document = PromotionDocument.of(status);
    console.result(new PromotionText(console.style()).list(List.of(document)));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }
}
