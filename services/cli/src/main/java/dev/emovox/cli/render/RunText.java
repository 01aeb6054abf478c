package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.LinksDocument;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.records.TestedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run as {@code show} and {@code run} print it. */
public final class RunText {
  private final Style style;

  public RunText(Style style) {
    this.style = style;
  }

  /** The whole run. */
  public List<String> lines(RunReport report) {
    RunStatus run = report.run();
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(run.id()) + "  " + outcome(run));
    if (run.error() != null) {
      lines.add(style.bad("Error") + "      " + run.error());
    }
    if (run.ingestion() != null) {
      lines.addAll(speech(run.ingestion()));
    }
    lines.add("Stages     " + stages(run.stages()));
    openStages(run, lines);
    lines.addAll(new NetworksText(style, report.nowMillis()).lines(run.networks()));
    lines.addAll(results(report));
    lines.addAll(ending(run, report.links()));
    return lines;
  }

  private List<String> results(RunReport report) {
    List<Candidate> models = TestedModels.of(report.run());
    List<String> lines = new ArrayList<>();
    lines.addAll(new EpochTables(style, report.published()).lines(report.run().networks()));
    if (!models.isEmpty()) {
      lines.add("");
      lines.addAll(new ScoresText(style).lines(models));
    }
    report.published().ifPresent(its -> lines.addAll(new ComparisonText(style).lines(its, models)));
    return lines;
  }

  private String outcome(RunStatus run) {
    String after = Quantity.duration(run.seconds());
    return switch (run.state()) {
      case WAITING -> "waits for a worker";
      case RUNNING -> "running for " + after;
      case DONE -> style.good("done") + " in " + after;
      case FAILED -> style.bad("failed") + " after " + after;
      case CANCELLED -> style.warning("cancelled") + " after " + after;
    };
  }

  private List<String> speech(IngestionOutcome ingestion) {
    String corpora =
        new TreeMap<>(ingestion.clipsPerCorpus())
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add(
        "Speech     %s (%s), %s, %s"
            .formatted(
                Quantity.count(ingestion.clips(), "clip"),
                corpora,
                Quantity.count(ingestion.rejects(), "reject"),
                ingestion.labels().size() + " classes"));
    ingestion.warnings().forEach(warning -> lines.add(style.warning("Warning") + "    " + warning));
    return lines;
  }

  private static String stages(List<StageStatus> stages) {
    long done = stages.stream().filter(stage -> stage.state() == RunState.DONE).count();
    long hits = stages.stream().filter(stage -> stage.cache() == CacheUse.HIT).count();
    return "%d of %d done, %d verified in the cache".formatted(done, stages.size(), hits);
  }

  private static void openStages(RunStatus run, List<String> lines) {
    run.stages().stream()
        .filter(stage -> stage.state() != RunState.DONE)
        .forEach(stage -> lines.add("           " + stage.name() + ": " + state(stage)));
  }

  private static String state(StageStatus stage) {
    String word =
        switch (stage.state()) {
          case WAITING -> "waiting";
          case RUNNING -> "running";
          case DONE -> "done";
          case FAILED -> "failed";
          case CANCELLED -> "cancelled";
        };
    return stage.total() > 0
        ? "%s, %d of %d %s".formatted(word, stage.done(), stage.total(), stage.unit())
        : word;
  }

  private List<String> ending(RunStatus run, LinksDocument links) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (run.registered() != null) {
      lines.add(
          "Registered version %s of %s  %s"
              .formatted(
                  run.registered().version(),
                  run.registered().name(),
                  style.dim(run.registered().digest().toString())));
    }
    link(lines, "MLflow     ", links.mlflow());
    link(lines, "Temporal   ", links.temporal());
    link(lines, "Manifest   ", links.artifacts());
    if (run.state() == RunState.DONE) {
      lines.add("Report     " + style.dim("./emovox report " + run.id()));
    }
    return lines;
  }

  private static void link(List<String> lines, String title, String link) {
    if (link != null) {
      lines.add(title + link);
    }
  }
}
