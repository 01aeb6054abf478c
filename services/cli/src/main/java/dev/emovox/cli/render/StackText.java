package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The local stack as {@code status} prints it. */
public final class StackText {
  private final Style style;

  public StackText(Style style) {
    this.style = style;
  }

  /** A line about the home and one a service. */
  public List<String> lines(StackStatus status) {
    List<String> lines = new ArrayList<>();
    String state = status.isUp() ? style.good("up") : style.dim("not running");
    lines.add("Home %s: %s".formatted(status.home(), state));
    if (!status.services().isEmpty()) {
      lines.add("");
      lines.addAll(table(status.services()).lines(style));
    }
    status.services().forEach(service -> problem(service, lines));
    return lines;
  }

  private static TextTable table(List<ServiceStatus> services) {
    TextTable table = new TextTable("SERVICE", "STATE", "ADDRESS", "PAGES", ">PID", "VERSION");
    for (ServiceStatus service : services) {
      table.row(
          service.name(),
          word(service.state()),
          service.address().orElse("-"),
          service.ui().orElse("-"),
          service.pid().isPresent() ? Long.toString(service.pid().getAsLong()) : "-",
          service.version().orElse("-"));
    }
    return table;
  }

  private void problem(ServiceStatus service, List<String> lines) {
    service
        .lastProblem()
        .ifPresent(
            problem ->
                lines.add(
                    "%s: %s, restarted %s. %s"
                        .formatted(
                            style.warning(service.name()),
                            word(service.state()),
                            Quantity.count(service.restarts(), "time"),
                            problem)));
  }

  private static String word(ServiceState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
