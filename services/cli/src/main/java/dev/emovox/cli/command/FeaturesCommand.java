package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.FeaturesDocument;
import dev.emovox.cli.features.FileFeatures;
import dev.emovox.cli.render.FeaturesText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints acoustic features of files. */
@Command(
    name = "features",
    description = {
      "Print the acoustic features of audio files.",
      "Means over time of 40 MFCC, 12 chroma and 7 spectral contrast values, not scaled;",
      "with paper-seven-versions those of each of the paper's seven versions of a clip;",
      "with rich also spread, percentiles, velocities, zero crossings, energy, fundamental frequency,",
      "jitter and shimmer."
    },
    footer = {
      "%nA file that fails is reported and the others go on; then the exit code is 1.",
      "%nExamples:",
      "  ./emovox features clip.wav",
      "  ./emovox features *.flac --json | jq '.[0].features.mfcc'"
    })
final class FeaturesCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Audio files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      defaultValue = "paper",
      completionCandidates = FeatureSetNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String set;

  FeaturesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<FeaturesDocument> documents =
        new FileFeatures(FeatureSetNames.named(set, spec.commandLine()))
            .extract(files, this::print);
    if (invocation.console().json()) {
      invocation.console().document(Json.write(documents));
    }
    boolean failed = documents.stream().anyMatch(FeaturesDocument.Refused.class::isInstance);
    return (failed ? ExitCode.FAILED : ExitCode.DONE).status();
  }

  private void print(FeaturesDocument document) {
    Console console = invocation.console();
    console.result(new FeaturesText(console.style()).lines(document));
  }
}
