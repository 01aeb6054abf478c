package dev.emovox.cli.command;

import dev.emovox.cli.run.RunOutput;
import dev.emovox.cli.workplace.Runs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a run. */
@Command(
    name = "show",
    description = {
      "Show a run.",
      "Its clips, stages, networks with every epoch, results and links, while it runs and after its",
      "end. While it runs, and after a failure, a worker has to answer."
    },
    footer = {
      "%nExamples:",
      "  ./emovox show baselines-20260131-142501-9c4e",
      "  ./emovox show baselines-20260131-142501-9c4e --follow",
      "  ./emovox show baselines-20260131-142501-9c4e --json | jq '.models[].accuracy'",
      "  ./emovox show paper-20260131-142501-9c4e --json | jq '.networks[].stages[].epochs[].validation'"
    })
final class ShowCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "RUN", description = "The run, as `runs` lists it.")
  private String run;

  @Option(
      names = {"-f", "--follow"},
      description = "Watch the run until it ends; exit code 1 if it fails.")
  private boolean follow;

  ShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Runs runs = invocation.workplace().runs()) {
      RunOutput output = new RunOutput(invocation.console(), invocation.clock(), runs);
      if (follow) {
        return output.follow(run);
      }
      output.print(runs.status(run));
      return 0;
    }
  }
}
