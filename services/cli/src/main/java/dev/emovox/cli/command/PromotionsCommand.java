package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.PromotionDocument;
import dev.emovox.cli.render.PromotionText;
import dev.emovox.cli.workplace.Promotions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists promotions. */
@Command(
    name = "promotions",
    description = {
      "List promotions and rollbacks, the newest first: what is under way, what waits for approval,",
      "what a gate refused and why. As long as Temporal remembers; the ledger keeps decisions for good."
    },
    footer = {
      "%nExample:",
      "  ./emovox promotions --json | jq '.[] | select(.state == \"waiting_for_approval\")'"
    })
final class PromotionsCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  PromotionsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    Console console = invocation.console();
    try (Promotions promotions = invocation.workplace().promotions()) {
      List<PromotionDocument> found =
          promotions.newest(limit).stream().map(PromotionDocument::of).toList();
      console.result(new PromotionText(console.style()).list(found));
      if (console.json()) {
        console.document(Json.write(found));
      }
      return 0;
    }
  }
}
