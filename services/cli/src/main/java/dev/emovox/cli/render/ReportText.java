package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.report.data.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code report} prints: the summary, and where the page is. */
public final class ReportText {
  private final Style style;

  public ReportText(Style style) {
    this.style = style;
  }

  /** The lines. */
  public List<String> lines(RunReport report, Path page, long bytes, boolean withSounds) {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(report.run().id()));
    lines.addAll(report.summary());
    report.warnings().forEach(warning -> lines.add(style.warning("Warning") + "  " + warning));
    lines.add("");
    lines.add("Report   %s (%s)".formatted(page, Quantity.bytes(bytes)));
    if (withSounds && report.confusedClips().stream().anyMatch(clip -> clip.audio() != null)) {
      lines.add(
          style.dim("Clips can be heard in it: before you pass it on, think of --without-audio."));
    }
    return lines;
  }
}
