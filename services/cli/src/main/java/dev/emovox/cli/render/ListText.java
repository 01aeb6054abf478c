package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.VersionDocument;
import dev.emovox.cli.workplace.RunSummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The lists of runs and of model versions. */
public final class ListText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int DIGEST_SHOWN = "sha256:".length() + 12;

  private final Style style;

  public ListText(Style style) {
    this.style = style;
  }

  /** Runs, or how to start one. */
  public List<String> runs(List<RunSummary> runs) {
    if (runs.isEmpty()) {
      return List.of("No runs yet. Start one with `./emovox run EXPERIMENT --data DIR`.");
    }
    TextTable table = new TextTable("RUN", "EXPERIMENT", "STATUS", "STARTED (UTC)", ">TIME");
    for (RunSummary run : runs) {
      table.row(
          run.id(),
          run.experiment(),
          run.status().name().toLowerCase(Locale.ROOT),
          TIME.format(run.started()),
          Quantity.duration(run.seconds()));
    }
    return table.lines(style);
  }

  /** Versions, or how to get one. */
  public List<String> versions(List<VersionDocument> versions) {
    if (versions.isEmpty()) {
      return List.of("No models yet. A run registers one: `./emovox run EXPERIMENT --data DIR`.");
    }
    TextTable table =
        new TextTable(">VERSION", "ALIASES", ">ACCURACY", "PROMOTED (UTC)", "DIGEST", "RUN");
    for (VersionDocument version : versions) {
      table.row(
          version.version(),
          String.join(", ", version.aliases()),
          version.accuracy() == null ? "-" : Quantity.percent(version.accuracy()),
          version.promoted() == null ? "-" : TIME.format(Instant.parse(version.promoted())),
          version.digest() == null ? "-" : version.digest().toString().substring(0, DIGEST_SHOWN),
          version.run());
    }
    return table.lines(style);
  }
}
