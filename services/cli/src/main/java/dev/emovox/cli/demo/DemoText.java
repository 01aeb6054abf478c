package dev.emovox.cli.demo;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.render.PredictionText;
import java.util.ArrayList;
import java.util.List;

/** What {@code demo} prints at its end. */
public final class DemoText {
  private final Style style;

  public DemoText(Style style) {
    this.style = style;
  }

  /** The prediction, where to look and how to stop. */
  public List<String> lines(DemoResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(new PredictionText(style).lines(result.prediction()));
    lines.add("");
    lines.add(
        "Version %s of %s, made by run %s, answers now."
            .formatted(result.model().version(), result.model().name(), result.run()));
    link(lines, "the workflow", result.links().temporal());
    link(lines, "the run", result.links().mlflow());
    link(lines, "the service", result.links().serving());
    link(lines, "its interface", result.links().openapi());
    lines.add("");
    lines.add("Next:");
    lines.add("  ./emovox show " + result.run());
    lines.add("  ./emovox predict FILE");
    lines.add("  ./emovox run baselines --data DIR");
    lines.add("The stack goes on running; `./emovox down` ends it.");
    return lines;
  }

  private static void link(List<String> lines, String name, String link) {
    if (link != null) {
      lines.add("  %-14s %s".formatted(name, link));
    }
  }
}
