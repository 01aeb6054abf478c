package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes back to an earlier version. */
@Command(
    name = "rollback",
    description = {
      "Serve again a version that was served before.",
      "Its package is verified and the decision recorded as in a promotion. Without a VERSION it is",
      "the one before the present one; repeated, it leads back one by one. No gate is asked."
    },
    footer = {
      "%nA version that was never served is refused (exit code 2): `promote` serves it.",
      "%nExamples:",
      "  ./emovox rollback --reason 'errors on calls'",
      "  ./emovox rollback 1 --by ada"
    })
final class RollbackCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "VERSION",
      arity = "0..1",
      description = "The version, as `models` lists it.")
  private String version;

  @Mixin private DecisionOptions decision = new DecisionOptions();

  @Option(names = "--queue", description = "If a promotion is under way, begin when it has ended.")
  private boolean queue;

  RollbackCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return DecisionOutput.print(
        invocation.console(),
        invocation
            .promotionCall()
            .carryOut(orders -> orders.rollback(version, decision.reasoned()), queue));
  }
}
