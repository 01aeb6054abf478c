package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Agrees to a promotion. */
@Command(
    name = "approve",
    description = {
      "Agree to a promotion that waits for approval.",
      "The ledger records who agreed and why; then the promotion goes on. Where the gate asks for",
      "four eyes, whoever asked for the promotion can't agree to it."
    },
    footer = {"%nExample:", "  ./emovox approve 3 --by grace --reason 'heard the worst clips'"})
final class ApproveCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private OpinionOptions opinion = new OpinionOptions();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason;

  ApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return DecisionOutput.print(
        invocation.console(), invocation.promotionCall().say(true, opinion.because(reason)));
  }
}
