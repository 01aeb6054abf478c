package dev.emovox.cli.command;

import dev.emovox.audio.spectrogram.FrequencyScale;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.ClipPictureDocument;
import dev.emovox.cli.plot.ClipPictures;
import dev.emovox.cli.plot.OutputFolder;
import dev.emovox.cli.render.PlotText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws waveforms and spectrograms. */
@Command(
    name = "clip",
    description = {
      "Draw the waveform and the spectrogram of audio files.",
      "One SVG picture a file: the range of the samples over time, and below how loud each frequency",
      "is, in decibels relative to the loudest, at the file's own sample rate."
    },
    footer = {
      "%nA file that fails is reported and the others go on; then the exit code is 1.",
      "%nExamples:",
      "  ./emovox plot clip clip.wav --out pictures/",
      "  ./emovox plot clip *.flac --out pictures/ --scale linear --json | jq -r '.[].picture'"
    })
final class PlotClipCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Audio files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder for the pictures; made if need be, files of the same name are replaced.")
  private Path out;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "mel",
      description = "Axis of frequency: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FrequencyScale scale;

  PlotClipCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ClipPictures pictures = new ClipPictures(scale, OutputFolder.create(out));
    List<ClipPictureDocument> documents = pictures.draw(files, this::print);
    if (invocation.console().json()) {
      invocation.console().document(Json.write(documents));
    }
    boolean failed = documents.stream().anyMatch(ClipPictureDocument.Refused.class::isInstance);
    return (failed ? ExitCode.FAILED : ExitCode.DONE).status();
  }

  private void print(ClipPictureDocument document) {
    Console console = invocation.console();
    console.result(new PlotText(console.style()).lines(document));
  }
}
