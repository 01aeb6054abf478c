package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.render.ListText;
import dev.emovox.cli.workplace.RunSummary;
import dev.emovox.cli.workplace.Runs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists runs. */
@Command(
    name = "runs",
    description = "List runs, the newest first.",
    footer = {"%nExamples:", "  ./emovox runs", "  ./emovox runs --experiment baselines --limit 5"})
final class RunsCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Option(
      names = "--experiment",
      paramLabel = "NAME",
      description = "Only runs of this experiment.")
  private String experiment;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  RunsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    if (experiment != null && !experiment.matches("[a-z0-9-]+")) {
      throw new ParameterException(
          spec.commandLine(), "--experiment '%s' can't be a name".formatted(experiment));
    }
    Console console = invocation.console();
    try (Runs runs = invocation.workplace().runs()) {
      List<RunSummary> found = runs.list(Optional.ofNullable(experiment), limit);
      console.result(new ListText(console.style()).runs(found));
      if (console.json()) {
        console.document(Json.write(found));
      }
      return 0;
    }
  }
}
