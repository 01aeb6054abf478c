package dev.emovox.cli.command;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.CorporaDocument;
import dev.emovox.cli.render.CorporaText;
import dev.emovox.cli.render.Meter;
import dev.emovox.corpora.ClipSink;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.IngestionResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts what lies in folders of speech. */
@Command(
    name = "check",
    description = {
      "Count what lies in folders of speech.",
      "Reads every file and prints the clips by corpus, emotion and speaker beside the official counts,",
      "what was rejected and why, and which clips are the same. Changes nothing."
    },
    footer = {
      "%nExit code 0 also when files were rejected, 2 when nothing belongs to a known corpus.",
      "%nExamples:",
      "  ./emovox corpora check /data/speech",
      "  ./emovox corpora check RAVDESS --corpus RAVDESS --json | jq '.rejects'"
    })
final class CorporaCheckCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with speech.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--corpus",
      paramLabel = "NAME",
      description = "Look for this corpus only; may be repeated (default: all in configs/corpora).")
  private List<String> corpora = new ArrayList<>();

  CorporaCheckCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    CorpusIngestion ingestion =
        new CorpusIngestion(definitions(), new AudioDecoder(DecodeLimits.standard()));
    Meter meter = new Meter("reading", "files", invocation.clock());
    IngestionResult result =
        ingestion.ingest(
            folders, ClipSink.none(), (done, total) -> console.live(meter.line(done, total)));
    console.result(new CorporaText(console.style()).lines(result));
    if (console.json()) {
      console.document(Json.write(CorporaDocument.of(result)));
    }
    return 0;
  }

  private List<CorpusDefinition> definitions() {
    CorpusLibrary library = new CorpusLibrary(invocation.workplace().checkout().corpora());
    return corpora.isEmpty() ? library.all() : corpora.stream().map(library::named).toList();
  }
}
