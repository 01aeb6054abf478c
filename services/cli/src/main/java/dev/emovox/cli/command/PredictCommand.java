package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.console.LateMessage;
import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.cli.prediction.FilePredictions;
import dev.emovox.cli.prediction.FolderClassifier;
import dev.emovox.cli.render.PredictionText;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.nio.file.Path;
import java.time.Duration;
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
      "By the running service, or with --model by the model in a folder, without any server."
    },
    footer = {
      "%nA file that fails is reported and the others go on; then the exit code is 1.",
      "%nExamples:",
      "  ./emovox predict clip.wav",
      "  ./emovox predict *.flac --json | jq -r '.[] | [.path, .label] | @tsv'",
      "  ./emovox predict clip.wav --model exported/ --logits",
      "  ./emovox predict clips/*.wav --model exported/ --device cuda"
    })
final class PredictCommand implements Callable<Integer> {
  /** Loading that takes longer than this is told of. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Audio files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "Folder of a model package, or of a classifier from Hugging Face, instead of the running service.")
  private Path model;

  @Option(
      names = "--logits",
      description = "Also the values before they become probabilities; needs --model.")
  private boolean logits;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "Where a network computes: cpu, cuda or cuda:N (default: EMOVOX_DEVICE, else cpu); needs --model.")
  private String device;

  PredictCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (model == null) {
      refuse(logits, "--logits needs --model DIR: the service tells probabilities only");
      refuse(device != null, "--device needs --model DIR: the service has its own");
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

  private void refuse(boolean given, String message) {
    if (given) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private Classifier classifier() {
    return model == null ? invocation.workplace().service() : local();
  }

  private Classifier local() {
    ComputeDevice chosen = device == null ? invocation.workplace().device() : device();
    return new LateMessage(invocation.console(), PATIENCE)
        .during("Loading the model in " + model, () -> new FolderClassifier(model, chosen, logits));
  }

  private ComputeDevice device() {
    try {
      return ComputeDevice.parse(device);
    } catch (InvalidInputException e) {
      throw new ParameterException(spec.commandLine(), "--device: " + e.getMessage(), e);
    }
  }

  private void print(FileOutcome outcome) {
    Console console = invocation.console();
    console.result(new PredictionText(console.style()).lines(outcome));
  }
}
