package dev.emovox.cli.command;

import dev.emovox.cli.promotion.PromotionCall;
import dev.emovox.cli.run.Pause;
import dev.emovox.contracts.PromotionOpinion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(
      paramLabel = "ID",
      description = "The promotion, as `promotions` lists it, or the version that it is about.")
  private String id;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      required = true,
      description = "Your name, recorded as it is typed: nobody checks it.")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason;

  ApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PromotionCall call =
        new PromotionCall(
            invocation.workplace(), invocation.console(), invocation.clock(), Pause.real());
    return DecisionOutput.print(
        invocation.console(), call.say(true, new PromotionOpinion(id, by, reason)));
  }
}
