package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.LineageDocument;
import dev.emovox.cli.lineage.LineageFile;
import dev.emovox.cli.lineage.LineageFormat;
import dev.emovox.cli.render.LineageText;
import dev.emovox.cli.workplace.LineageAccess;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.openlineage.EventJson;
import dev.emovox.lineage.openlineage.RunEvents;
import dev.emovox.lineage.page.LineagePage;
import dev.emovox.records.RunRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  ./emovox lineage 3 --format html --out lineage.html",
      "  ./emovox lineage baselines-20260131-142501-9c4e --format openlineage --out events.json",
      "  ./emovox lineage RAVDESS/Actor_01/03-01-05-01-01-01-01.wav --json | jq .edges"
    })
final class LineageCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "tree; json, as --json; html, a web page; openlineage, the events of a run (default: tree).")
  private LineageFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to a file instead, which is replaced if it is there.")
  private Path out;

  LineageCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    LineageFormat wanted = wanted(console);
    try (LineageAccess lineage = invocation.workplace().lineage()) {
      if (wanted == LineageFormat.OPENLINEAGE) {
        give(console, events(lineage.run(id)));
        return 0;
      }
      LineageGraph graph = lineage.trace(new LineageQuestion(id, direction, depth));
      switch (wanted) {
        case JSON -> give(console, Json.write(LineageDocument.of(graph)));
        case HTML -> give(console, LineagePage.of(graph));
        default -> tree(console, graph);
      }
      return 0;
    }
  }

  private LineageFormat wanted(Console console) {
    if (console.json() && format != null && format != LineageFormat.JSON) {
      throw new ParameterException(
          spec.commandLine(), "--json and --format " + format + " ask for different things");
    }
    return console.json() ? LineageFormat.JSON : format == null ? LineageFormat.TREE : format;
  }

  private byte[] events(RunRecord run) {
    RunStatus status = run.status().orElseGet(() -> endedFromOutside(run.id()));
    return new EventJson().writeAll(RunEvents.of(run.plan(), status));
  }

  /** A run that was terminated could leave no record of its end; Temporal knows it for a while. */
  private RunStatus endedFromOutside(String run) {
    try (Runs runs = invocation.workplace().runs()) {
      RunStatus status = runs.status(run);
      if (status.state() == RunState.RUNNING || status.state() == RunState.WAITING) {
        throw new InvalidInputException(
            "Run %s has not ended, and its events are told from its record once it has. While it goes on, workers tell them to EMOVOX_OPENLINEAGE_URL or EMOVOX_OPENLINEAGE_FILE."
                .formatted(run));
      }
      return status;
    }
  }

  private void tree(Console console, LineageGraph graph) {
    if (out == null) {
      console.result(new LineageText(console.style()).lines(graph, direction));
    } else {
      List<String> lines = new LineageText(new Style(false)).lines(graph, direction);
      give(console, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void give(Console console, byte[] content) {
    if (out == null) {
      console.document(content);
    } else {
      new LineageFile(out).write(content);
      console.message("Written to " + out);
    }
  }
}
