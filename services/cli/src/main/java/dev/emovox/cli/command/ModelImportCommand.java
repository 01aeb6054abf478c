package dev.emovox.cli.command;

import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.CheckpointDocument;
import dev.emovox.cli.render.CheckpointText;
import dev.emovox.cli.workplace.Checkpoints;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a checkpoint. */
@Command(
    name = "import",
    description = {
      "Check a checkpoint and store it in S3, by the digest of its files.",
      "SOURCE is a Hugging Face folder, s3://BUCKET/PREFIX, or OWNER/NAME of a model on the hub, of which",
      "only the files of the checkpoint are fetched. Importing it again changes nothing."
    },
    footer = {
      "%nThe hub is asked as its own tools do: HF_ENDPOINT, HF_TOKEN (or HF_TOKEN_PATH), HF_HUB_OFFLINE.",
      "An interrupted download goes on where it was. Exit code 2 if it is no checkpoint of wav2vec 2.0,",
      "XLSR or HuBERT, 3 if a server can't be reached.",
      "%nExamples:",
      "  ./emovox model import facebook/wav2vec2-base",
      "  ./emovox model import facebook/wav2vec2-large-xlsr-53 --revision main --json | jq -r .digest",
      "  ./emovox model import downloads/hubert-base",
      "  ./emovox model import s3://models/wav2vec2-base"
    })
final class ModelImportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "SOURCE", description = "Folder, s3://BUCKET/PREFIX or OWNER/NAME.")
  private String source;

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description =
          "Branch, tag or commit on the hub (default: main). The commit it is at is recorded.")
  private String revision;

  ModelImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ImportSource parsed = ImportSource.parse(source, revision);
    ConsoleTransfers transfers = new ConsoleTransfers(invocation.console(), invocation.clock());
    try (Checkpoints checkpoints = invocation.workplace().checkpoints()) {
      transfers.say("Importing " + parsed);
      ImportedCheckpoint imported = checkpoints.importFrom(parsed, transfers);
      CheckpointDocument document = CheckpointDocument.of(imported);
      invocation.console().result(new CheckpointText(invocation.console().style()).lines(document));
      if (invocation.console().json()) {
        invocation.console().document(Json.write(document));
      }
      return 0;
    }
  }
}
