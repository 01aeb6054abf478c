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
      "The checkpoints that networks start from are imported first, unless they are stored already.",
      "Shows progress and results. Ctrl-C only stops watching (exit code 130): the run goes on, and",
      "`show RUN --follow` or `cancel RUN` take it from there."
    },
    footer = {
      "%nExit code 1 if the run fails or is cancelled.",
      "%nExamples:",
      "  ./emovox run baselines --data /data/speech",
      "  ./emovox run ./mine.yaml --data RAVDESS --data TESS --detach",
      "  ./emovox run baselines --data /data/speech --set seed=7 --set 'splits[0].test=0.2' \\",
      "      --set 'splits[0].train=0.65'",
      "  ./emovox run paper --data /data/speech --set 'networks[0].start.source=downloads/wav2vec2-base'",
      "  ./emovox run paper --data /data/speech --set 'networks[*].stages[*].batches.clips=8'",
      "  ./emovox run paper --data /data/speech --set-file configs/experiments/tiny/paper.yaml"
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
      description =
          "Change a setting, for example seed=7, or one of every entry: 'splits[*].test=0.2'; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--set-file",
      paramLabel = "FILE",
      description =
          "Change the settings that a YAML file names, KEY: VALUE with keys as after --set; may be repeated, and --set comes after it.")
  private List<Path> settingFiles = new ArrayList<>();

  @Option(names = "--detach", description = "Start the run and return.")
  private boolean detach;

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Workplace workplace = invocation.workplace();
    ConsoleTransfers transfers = new ConsoleTransfers(invocation.console(), invocation.clock());
    Launch launch = new Launch(workplace, invocation.clock(), transfers);
    ExperimentPlan plan = launch.plan(experiment, Overrides.of(settings, data).after(settingFiles));
    try (Runs runs = workplace.runs()) {
      RunOutput output = new RunOutput(invocation.console(), invocation.clock(), runs);
      launch.start(plan, runs, invocation.console());
      return detach ? output.started(plan) : output.follow(plan.runId());
    }
  }
}
