package dev.emovox.cli.command;

import dev.emovox.cli.checkpoint.InspectedModel;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.CheckpointDocument;
import dev.emovox.cli.render.CheckpointText;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.settings.StrictYaml;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.scratch.RandomCheckpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a network of random weights. */
@Command(
    name = "random",
    description = {
      "Write a network of random weights to a folder, without any server.",
      "It has the form of a checkpoint from Hugging Face, to be trained from nothing or to stand in for",
      "a real one. The same architecture and seed give the same bytes."
    },
    footer = {
      "%nExit code 2 if the file describes no network, or the folder is not free.",
      "%nExamples:",
      "  ./emovox model random configs/architectures/small.json grown/",
      "  ./emovox model random my-config.json grown/ --seed 7 --labels angry,calm,sad"
    })
final class ModelRandomCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "CONFIG",
      description = "A config.json as Hugging Face writes it.")
  private Path architecture;

  @Parameters(index = "1", paramLabel = "DIR", description = "Empty folder, or one to be made.")
  private Path folder;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "What weights are drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description = "Classes of its head, in their order (default: those of the file).")
  private List<String> labels = List.of();

  ModelRandomCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    String text = new StrictYaml().text(architecture);
    RandomCheckpoint.of(text, labels(text), seed).write(folder.toAbsolutePath().normalize());
    CheckpointDocument document = CheckpointDocument.of(InspectedModel.of(folder));
    Console console = invocation.console();
    console.result(new CheckpointText(console.style()).lines(document));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }

  /** Reading the file's own classes also finds what is wrong with it, under its name. */
  private LabelSet labels(String text) {
    LabelSet own =
        Wav2Vec2Config.parse(text.getBytes(StandardCharsets.UTF_8), architecture.toString())
            .labels();
    try {
      return labels.isEmpty() ? own : new LabelSet(labels);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--labels: %s.".formatted(e.getMessage()), e);
    }
  }
}
