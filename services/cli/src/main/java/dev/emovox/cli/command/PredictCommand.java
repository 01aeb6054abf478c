package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.cli.prediction.FilePredictions;
import dev.emovox.cli.prediction.PackageClassifier;
import dev.emovox.cli.render.PredictionText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Predicts the emotion in files. */
@Command(
    name = "predict",
    description = {
      "Predict the emotion in audio files.",
      "By the running service, or with --model by a package in a folder, without any server."
    },
    footer = {
      "%nA file that fails is reported and the others go on; then the exit code is 1.",
      "%nExamples:",
      "  ./emovox predict clip.wav",
      "  ./emovox predict *.flac --json | jq -r '.[] | [.path, .label] | @tsv'",
      "  ./emovox predict clip.wav --model exported/ --logits"
    })
final class PredictCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Audio files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Folder of a model package, instead of the running service.")
  private Path model;

  @Option(
      names = "--logits",
      description = "Also the values before they become probabilities; needs --model.")
  private boolean logits;

  PredictCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (logits && model == null) {
      throw new ParameterException(
          spec.commandLine(), "--logits needs --model DIR: the service tells probabilities only");
    }
    try (Classifier classifier = classifier()) {
      List<FileOutcome> outcomes = new FilePredictions(classifier).predict(files, this::print);
      if (invocation.console().json()) {
        invocation.console().document(Json.write(outcomes));
      }
      boolean failed = outcomes.stream().anyMatch(FileOutcome.Refused.class::isInstance);
      return (failed ? ExitCode.FAILED : ExitCode.DONE).status();
    }
  }

  private Classifier classifier() {
    return model == null ? invocation.workplace().service() : new PackageClassifier(model, logits);
  }

  private void print(FileOutcome outcome) {
    Console console = invocation.console();
    console.result(new PredictionText(console.style()).lines(outcome));
  }
}
