package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.LineageDocument;
import dev.emovox.cli.render.LineageText;
import dev.emovox.cli.workplace.LineageAccess;
import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.LineageGraph;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was made from what. */
@Command(
    name = "lineage",
    description = {
      "Show what something was made from, down to the clips, and what was made from it.",
      "Of a version: its package, model, tables and corpora, and the decisions about it. Of a clip:",
      "every model and version that was trained, validated or tested on it."
    },
    footer = {
      "%nExamples:",
      "  ./emovox lineage 3",
      "  ./emovox lineage baselines-20260131-142501-9c4e",
      "  ./emovox lineage sha256:1f0c7d --direction up",
      "  ./emovox lineage RAVDESS/Actor_01/03-01-05-01-01-01-01.wav --json | jq .edges"
    })
final class LineageCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "ID",
      description =
          "A version's number, a run, a digest or its beginning (sha256:…), or a clip's path.")
  private String id;

  @Option(
      names = "--direction",
      paramLabel = "WHERE",
      defaultValue = "both",
      description =
          "up: what it was made from; down: what was made from it; both (default: ${DEFAULT-VALUE}).")
  private Direction direction;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "" + LineageQuestion.WHOLE,
      description = "At most so many steps away (default: as far as it goes).")
  private int depth;

  LineageCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (LineageAccess lineage = invocation.workplace().lineage()) {
      LineageGraph graph = lineage.trace(new LineageQuestion(id, direction, depth));
      console.result(new LineageText(console.style()).lines(graph, direction));
      if (console.json()) {
        console.document(Json.write(LineageDocument.of(graph)));
      }
      return 0;
    }
  }
}
