package dev.emovox.cli.command;

import dev.emovox.ledger.entry.Decision;
import picocli.CommandLine.Option;

/**
 * Who decides and why, as options of a command that writes to the ledger. Filled in by the command
 * line's parser.
 */
final class DecisionOptions {

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description =
          "Who decides (default: the user of this process). Recorded as it is typed: nobody checks it.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason;

  /** Who and why. */
  Decision.Reasoned reasoned() {
    return new Decision.Reasoned(by, reason);
  }

  /** Who decides. */
  String by() {
    return by;
  }

  /** Why; null if nothing was said. */
  String reason() {
    return reason;
  }
}
