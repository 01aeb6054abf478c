package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.local.doctor.Check;
import java.util.ArrayList;
import java.util.List;

/** The machine's checks as {@code doctor} prints them. */
public final class DoctorText {
  private final Style style;

  public DoctorText(Style style) {
    this.style = style;
  }

  /** A line a check, with advice below where it is needed. */
  public List<String> lines(List<Check> checks) {
    int width = checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Check check : checks) {
      String mark = check.ok() ? style.good("ok     ") : style.bad("problem");
      lines.add(
          mark
              + "  "
              + String.format("%-" + Math.max(1, width) + "s", check.name())
              + "  "
              + check.found());
      if (!check.advice().isEmpty()) {
        lines.add(" ".repeat(width + 11) + check.advice());
      }
    }
    return lines;
  }
}
