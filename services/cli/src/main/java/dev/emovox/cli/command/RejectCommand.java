package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Refuses a promotion. */
@Command(
    name = "reject",
    description = {
      "Refuse a promotion that waits for approval.",
      "The ledger records who refused and why; the promotion ends, and what is served stays."
    },
    footer = {"%nExample:", "  ./emovox reject 3 --by grace --reason 'worse on calls'"})
final class RejectCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private OpinionOptions opinion = new OpinionOptions();

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason;

  RejectCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return DecisionOutput.print(
        invocation.console(), invocation.promotionCall().say(false, opinion.because(reason)));
  }
}
