package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.promotion.LedgerEntry;
import dev.emovox.cli.promotion.PromotionRequest;
import dev.emovox.cli.workplace.Models;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Promotes a version. */
@Command(
    name = "promote",
    description = {
      "Serve a model version from now on.",
      "Every byte of its package is verified first, and a damaged one is refused (exit code 1). The",
      "decision is written to the ledger with who, when and why."
    },
    footer = {
      "%nPromoting what is served already changes nothing and prints its entry again.",
      "%nExample:",
      "  ./emovox promote 3 --by ada --reason 'best on strangers'"
    })
final class PromoteCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "VERSION", description = "The version, as `models` lists it.")
  private String version;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who decides (default: the user of this process).")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason;

  PromoteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (Models models = invocation.workplace().models()) {
      LedgerEntry entry = models.promote(new PromotionRequest(version, by, reason));
      console.result(lines(entry));
      if (console.json()) {
        console.document(Json.write(entry));
      }
      return 0;
    }
  }

  private static List<String> lines(LedgerEntry entry) {
    String before =
        entry.previousVersion() == null ? "no version" : "version " + entry.previousVersion();
    return List.of(
        "Version %s of %s is served instead of %s."
            .formatted(entry.version(), entry.model(), before),
        "Ledger entry %d, by %s at %s".formatted(entry.sequence(), entry.by(), entry.at()),
        "Package %s".formatted(entry.packageDigest()));
  }
}
