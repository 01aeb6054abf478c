package dev.emovox.cli.command;

import dev.emovox.cli.checkpoint.ExportSubject;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.CheckpointDocument;
import dev.emovox.cli.render.CheckpointText;
import dev.emovox.cli.workplace.Checkpoints;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Exports a network. */
@Command(
    name = "export",
    description = {
      "Write a network as a folder that transformers loads.",
      "config.json, preprocessor_config.json, model.safetensors and a model card, from a version of the",
      "registry or an imported checkpoint. The folder appears when it is complete."
    },
    footer = {
      "%nExit code 2 if there is no such model, or it is a baseline: no other program could load that.",
      "%nExamples:",
      "  ./emovox model export 3 exported/",
      "  ./emovox model export sha256:DIGEST exported/",
      "  python -c \"from transformers import AutoModelForAudioClassification as M; M.from_pretrained('exported')\""
    })
final class ModelExportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "VERSION",
      description = "A version, as `models` lists it, or the digest that `model import` printed.")
  private String version;

  @Parameters(index = "1", paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder;

  ModelExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    ExportSubject subject = ExportSubject.parse(version);
    try (Checkpoints checkpoints = invocation.workplace().checkpoints()) {
      CheckpointDocument document =
          CheckpointDocument.of(
              checkpoints.export(
                  subject, folder, new ConsoleTransfers(console, invocation.clock())));
      console.result(new CheckpointText(console.style()).lines(document));
      if (console.json()) {
        console.document(Json.write(document));
      }
      return 0;
    }
  }
}
