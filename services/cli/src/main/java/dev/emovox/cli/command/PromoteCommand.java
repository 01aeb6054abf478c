package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.promotion.GateFiles;
import dev.emovox.cli.promotion.Orders;
import dev.emovox.cli.promotion.PromotionCall;
import dev.emovox.contracts.PromotionOrder;
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
      "A worker verifies every byte of its package, asks a gate (configs/gates), waits for a person",
      "to agree where that is asked for, writes the decision to the ledger, signed, with who, when,",
      "why and on which evidence, then serves the version and watches the prediction service take it.",
      "A damaged package, a closed gate and a rejection change nothing (exit code 1, with the reasons)."
    },
    footer = {
      "%nPromoting what is served already changes nothing and prints its entry again. A worker or a",
      "command that is killed in between loses nothing: the promotion goes on when a worker is there.",
      "The first promotion makes the ledger begin, with a key of its own (see `ledger key`).",
      "%nExamples:",
      "  ./emovox promote 3 --by ada --reason 'best on strangers'",
      "  ./emovox promote 3 --gate strict --detach",
      "  ./emovox promote 3 --gate none --reason 'the gate is wrong about tiny corpora'",
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
      names = "--gate",
      paramLabel = "NAME",
      defaultValue = GateFiles.STANDARD,
      description =
          "A gate in configs/gates, or the path of a YAML file, or `none` with a --reason, which the ledger keeps (default: ${DEFAULT-VALUE}).")
  private String gate;

  @Option(
      names = "--require-approval",
      description = "Wait for another person to agree, even if the gate does not ask for that.")
  private boolean requireApproval;

  @Option(names = "--detach", description = "Start the promotion, print it and return.")
  private boolean detach;

  @Option(names = "--queue", description = "If another is under way, begin when it has ended.")
  private boolean queue;

  @Option(
      names = "--resume",
      description =
          "Serve what the ledger's last decision says, if that was interrupted or the alias was moved.")
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
    Console console = invocation.console();
    PromotionCall call = invocation.promotionCall();
    return detach
        ? PromotionOutput.print(console, call.start(this::wish, queue))
        : DecisionOutput.print(console, call.carryOut(this::wish, queue));
  }

  private PromotionOrder wish(Orders orders) {
    return resume
        ? orders.resumption(decision.reasoned())
        : orders.promotion(version, decision.reasoned(), gate, requireApproval);
  }
}
