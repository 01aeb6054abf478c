package dev.emovox.cli.command;

import dev.emovox.cli.checkpoint.InspectedModel;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.CheckpointDocument;
import dev.emovox.cli.render.CheckpointText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks at a network in a folder. */
@Command(
    name = "inspect",
    description = {
      "Say what network a folder holds, without any server.",
      "The folder is one from Hugging Face or a model package. Every file of it is read and checked."
    },
    footer = {
      "%nExit code 2 if it holds no network that this program can use; the message says why.",
      "%nExamples:",
      "  ./emovox model inspect downloads/wav2vec2-base",
      "  ./emovox model inspect exported/ --json | jq .labels"
    })
final class ModelInspectCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  ModelInspectCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    CheckpointDocument document = CheckpointDocument.of(InspectedModel.of(folder));
    console.result(new CheckpointText(console.style()).lines(document));
    if (console.json()) {
      console.document(Json.write(document));
    }
    return 0;
  }
}
