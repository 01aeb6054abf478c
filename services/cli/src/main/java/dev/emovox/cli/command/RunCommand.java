package dev.emovox.cli.command;

import dev.emovox.cli.experiment.Overrides;
import dev.emovox.cli.run.Launch;
import dev.emovox.cli.run.RunOutput;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.contracts.ExperimentPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a run of an experiment. */
@Command(
    name = "run",
    description = {
      "Run an experiment.",
      "Shows progress and results. Ctrl-C only stops watching (exit code 130): the run goes on, and",
      "`show RUN --follow` or `cancel RUN` take it from there."
    },
    footer = {
      "%nExit code 1 if the run fails or is cancelled.",
      "%nExamples:",
      "  ./emovox run baselines --data /data/speech",
      "  ./emovox run ./mine.yaml --data RAVDESS --data TESS --detach",
      "  ./emovox run baselines --data /data/speech --set seed=7 --set 'splits[0].test=0.2' \\",
      "      --set 'splits[0].train=0.65'"
    })
final class RunCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "A name in configs/experiments, or the path of a YAML file.")
  private String experiment;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with speech, instead of the experiment's own; may be repeated.")
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Change a setting, for example seed=7; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--detach", description = "Start the run and return.")
  private boolean detach;

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Workplace workplace = invocation.workplace();
    Launch launch = new Launch(workplace.checkout(), invocation.clock());
    ExperimentPlan plan = launch.plan(experiment, Overrides.of(settings, data));
    try (Runs runs = workplace.runs()) {
      RunOutput output = new RunOutput(invocation.console(), invocation.clock(), runs);
      launch.start(plan, runs, invocation.console());
      return detach ? output.started(plan) : output.follow(plan.runId());
    }
  }
}
