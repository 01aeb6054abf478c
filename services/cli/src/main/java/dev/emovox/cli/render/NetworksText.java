package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far the networks of a run are: a line each, and one for each of its stages. */
final class NetworksText {
  private final Style style;
  private final long nowMillis;

  NetworksText(Style style, long nowMillis) {
    this.style = style;
    this.nowMillis = nowMillis;
  }

  List<String> lines(List<NetworkStatus> networks) {
    List<String> lines = new ArrayList<>();
    for (NetworkStatus network : networks) {
      lines.add(
          "Network    %s on %s: %s%s"
              .formatted(network.name(), network.split(), state(network.state()), facts(network)));
      network.stages().forEach(stage -> lines.add("           " + line(stage)));
    }
    return lines;
  }

  private String state(RunState state) {
    return switch (state) {
      case WAITING -> "waiting";
      case RUNNING -> "running";
      case DONE -> style.good("done");
      case FAILED -> style.bad("failed");
      case CANCELLED -> style.warning("cancelled");
    };
  }

  private static String facts(NetworkStatus network) {
    return network.start() == null
        ? ""
        : String.format(
                Locale.ROOT,
                ", %s, %,d parameters",
                network.start().architecture(),
                network.start().parameters())
            .replaceAll("(?<=\\d),(?=\\d)", " ");
  }

  private String line(NetworkStageStatus stage) {
    return "%s: %s%s".formatted(stage.name(), epochs(stage), now(stage));
  }

  private static String epochs(NetworkStageStatus stage) {
    return "%d of %d epochs".formatted(stage.epochs().size(), stage.planned());
  }

  private String now(NetworkStageStatus stage) {
    if (stage.selection() != null) {
      return "%s, epoch %d: %s"
          .formatted(
              stage.stoppedEarly() ? ", stopped early" : "",
              stage.selectedEpoch(),
              stage.selection());
    }
    return stage.running() == null
        ? ""
        : ", epoch %d: %s"
            .formatted(stage.running().epoch(), NetworkLine.progress(stage, nowMillis));
  }
}
