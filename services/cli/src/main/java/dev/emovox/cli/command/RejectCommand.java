package dev.emovox.cli.command;

import dev.emovox.cli.promotion.PromotionCall;
import dev.emovox.cli.run.Pause;
import dev.emovox.contracts.PromotionOpinion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason;

  RejectCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PromotionCall call =
        new PromotionCall(
            invocation.workplace(), invocation.console(), invocation.clock(), Pause.real());
    return DecisionOutput.print(
        invocation.console(), call.say(false, new PromotionOpinion(id, by, reason)));
  }
}
