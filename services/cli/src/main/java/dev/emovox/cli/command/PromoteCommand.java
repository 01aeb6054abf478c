package dev.emovox.cli.command;

import dev.emovox.cli.workplace.Models;
import dev.emovox.ledger.promotion.PromotionRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Promotes a version. */
@Command(
    name = "promote",
    description = {
      "Serve a model version from now on.",
      "Every byte of its package is verified first, and a damaged one is refused (exit code 1). The",
      "decision is written to the ledger, signed, with who, when and why; then the version is served.",
      "The first one makes the ledger begin, with a key of its own (see `ledger key`)."
    },
    footer = {
      "%nPromoting what is served already changes nothing and prints its entry again. A promotion",
      "that was killed is completed by the same command, or by --resume.",
      "%nExamples:",
      "  ./emovox promote 3 --by ada --reason 'best on strangers'",
      "  ./emovox promote --resume"
    })
final class PromoteCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "The version, as `models` lists it.")
  private String version;

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Option(
      names = "--resume",
      description = "Serve what the ledger's last decision says, if that was interrupted.")
  private boolean resume;

  PromoteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (resume == (version != null)) {
      throw new ParameterException(
          spec.commandLine(), resume ? "--resume takes no VERSION" : "Missing: a VERSION");
    }
    try (Models models = invocation.workplace().models()) {
      return DecisionOutput.print(
          invocation.console(),
          resume
              ? models.resume()
              : models.promote(new PromotionRequest(version, decision.by(), decision.reason())));
    }
  }
}
