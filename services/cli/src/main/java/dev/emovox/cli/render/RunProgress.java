package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Progress of one run in the making: remembers which stages were told of, so that each is told of
 * once.
 *
 * <p>Not safe for use by several threads.
 */
public final class RunProgress {
  private final Style style;
  private final Set<String> told = new HashSet<>();

  public RunProgress(Style style) {
    this.style = style;
  }

  /** A line for every stage that ended since the last call. */
  public List<String> ended(RunStatus run) {
    return run.stages().stream()
        .filter(RunProgress::hasEnded)
        .filter(stage -> told.add(stage.name()))
        .map(stage -> word(stage) + "  " + StageLine.ended(stage))
        .toList();
  }

  /** What runs now, in one line. */
  public String current(RunStatus run, long nowMillis) {
    String stages =
        run.stages().stream()
            .filter(stage -> stage.state() == RunState.RUNNING)
            .map(stage -> StageLine.running(stage, nowMillis))
            .collect(Collectors.joining("   |   "));
    if (!stages.isEmpty()) {
      return stages;
    }
    return run.stages().isEmpty() ? "waiting for a worker" : "between two stages";
  }

  private String word(StageStatus stage) {
    return switch (stage.state()) {
      case DONE -> style.good("done     ");
      case FAILED -> style.bad("failed   ");
      case CANCELLED -> style.warning("cancelled");
      case WAITING, RUNNING -> throw new IllegalArgumentException(stage.name() + " has not ended");
    };
  }

  private static boolean hasEnded(StageStatus stage) {
    return stage.state() != RunState.WAITING && stage.state() != RunState.RUNNING;
  }
}
