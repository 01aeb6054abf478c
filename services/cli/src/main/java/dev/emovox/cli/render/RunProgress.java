package dev.emovox.cli.render;

import dev.emovox.cli.console.Style;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private final NetworkLine networks;
  private final Set<String> told = new HashSet<>();

  /**
   * Nothing was told yet.
   *
   * @param plan what the run was started with, if known: by what epochs are compared
   */
  public RunProgress(Style style, Optional<ExperimentPlan> plan) {
    this.style = style;
    this.networks = new NetworkLine(new EpochRanking(plan));
  }

  /** A line for every epoch and every stage that ended since the last call. */
  public List<String> ended(RunStatus run) {
    List<String> lines = new ArrayList<>();
    run.networks()
        .forEach(network -> network.stages().forEach(stage -> epochs(network, stage, lines)));
    run.stages().stream()
        .filter(RunProgress::hasEnded)
        .filter(stage -> told.add(stage.name()))
        .forEach(stage -> lines.add(word(stage) + "  " + StageLine.ended(stage)));
    return lines;
  }

  private void epochs(NetworkStatus network, NetworkStageStatus stage, List<String> lines) {
    String name = StageNames.train(network.name(), network.split(), stage.name());
    stage.epochs().stream()
        .filter(epoch -> told.add(name + " " + epoch.epoch()))
        .forEach(epoch -> lines.add("epoch      " + networks.ended(network, stage, epoch)));
  }

  /** What runs now, in one line. */
  public String current(RunStatus run, long nowMillis) {
    List<String> now = new ArrayList<>(runningEpochs(run, nowMillis));
    Set<String> training = trainingStages(run);
    List<StageStatus> running =
        run.stages().stream().filter(stage -> stage.state() == RunState.RUNNING).toList();
    // A network in training whose next epoch no device works at.
    long waiting =
        running.stream().filter(stage -> training.contains(stage.name())).count() - now.size();
    running.stream()
        .filter(stage -> !training.contains(stage.name()))
        .forEach(stage -> now.add(StageLine.running(stage, nowMillis)));
    if (waiting > 0) {
      now.add(Quantity.count(waiting, "network") + " waiting for a device");
    }
    return now.isEmpty() ? idle(run) : String.join("   |   ", now);
  }

  private List<String> runningEpochs(RunStatus run, long nowMillis) {
    return run.networks().stream()
        .flatMap(
            network ->
                network.stages().stream()
                    .filter(stage -> stage.running() != null)
                    .map(stage -> networks.running(network, stage, nowMillis)))
        .toList();
  }

  private static Set<String> trainingStages(RunStatus run) {
    return run.networks().stream()
        .flatMap(
            network ->
                network.stages().stream()
                    .map(its -> StageNames.train(network.name(), network.split(), its.name())))
        .collect(Collectors.toSet());
  }

  private static String idle(RunStatus run) {
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
