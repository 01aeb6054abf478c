package dev.emovox.orchestration;

import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.domain.FineTuningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The states that a network goes through. */
final class NetworkTransitions {
  private NetworkTransitions() {}

  /** A network that has not begun. */
  static NetworkStatus planned(FineTuningSettings settings, String split) {
    List<NetworkStageStatus> stages =
        settings.stages().stream()
            .map(stage -> NetworkStageStatus.planned(stage.name(), stage.epochs()))
            .toList();
    return new NetworkStatus(
        settings.name(), split, RunState.WAITING, null, stages, null, null, null);
  }

  /** The same network, whose first weights and clips are known. */
  static NetworkStatus started(NetworkStatus network, NetworkStart start) {
    return new NetworkStatus(
        network.name(),
        network.split(),
        RunState.RUNNING,
        start.start(),
        network.stages(),
        null,
        null,
        start.trackedRun());
  }

  /** The same network with one of its stages changed. */
  static NetworkStatus withStage(
      NetworkStatus network, int index, UnaryOperator<NetworkStageStatus> change) {
    List<NetworkStageStatus> stages = new ArrayList<>(network.stages());
    stages.set(index, change.apply(stages.get(index)));
    return with(network, network.state(), stages);
  }

  /** The same network, tested and packed. */
  static NetworkStatus done(NetworkStatus network, FineTunedModel model) {
    return new NetworkStatus(
        network.name(),
        network.split(),
        RunState.DONE,
        model.start(),
        model.stages().stream()
            .map(stage -> NetworkStageTransitions.ended(planned(network, stage.name()), stage))
            .toList(),
        model.evaluation(),
        model.modelPackage(),
        model.trackedRun());
  }

  /** The same network, ended before its time. */
  static NetworkStatus stopped(NetworkStatus network, RunState state) {
    return with(
        network,
        state,
        network.stages().stream().map(NetworkStageTransitions::withoutRunning).toList());
  }

  private static NetworkStageStatus planned(NetworkStatus network, String stage) {
    return network.stages().stream()
        .filter(its -> its.name().equals(stage))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stage " + stage));
  }

  private static NetworkStatus with(
      NetworkStatus network, RunState state, List<NetworkStageStatus> stages) {
    return new NetworkStatus(
        network.name(),
        network.split(),
        state,
        network.start(),
        stages,
        network.evaluation(),
        network.modelPackage(),
        network.trackedRun());
  }
}
