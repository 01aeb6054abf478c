package dev.emovox.orchestration;

import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.domain.SplitPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The networks of a run in the plan's order: split by split. */
final class NetworkBoard {
  private final Map<Key, NetworkStatus> networks = new LinkedHashMap<>();

  NetworkBoard(ExperimentPlan plan) {
    plan.splits()
        .forEach(
            split ->
                plan.networks()
                    .forEach(
                        settings ->
                            networks.put(
                                new Key(settings.name(), split.name()),
                                NetworkTransitions.planned(settings, split.name()))));
  }

  List<NetworkStatus> networks() {
    return List.copyOf(networks.values());
  }

  void started(NetworkStart start) {
    change(
        new Key(start.name(), start.split()),
        network -> NetworkTransitions.started(network, start));
  }

  /** Notes how far a running epoch is; what is told of other stages is none of its business. */
  void progress(StageProgress progress, long nowMillis) {
    networks.replaceAll((key, network) -> at(network, progress, nowMillis));
  }

  void epochEnded(EpochReport report) {
    changeStage(
        new Key(report.network(), report.split()),
        report.stageIndex(),
        stage -> NetworkStageTransitions.with(stage, report.outcome()));
  }

  void stageEnded(StageReport report) {
    changeStage(
        new Key(report.network(), report.split()),
        report.stageIndex(),
        stage -> NetworkStageTransitions.ended(stage, report.stage()));
  }

  void done(FineTunedModel model) {
    change(
        new Key(model.name(), model.split()), network -> NetworkTransitions.done(network, model));
  }

  /** A network's training failed or was cancelled. */
  void stopped(String name, String split, RunState state) {
    change(new Key(name, split), network -> NetworkTransitions.stopped(network, state));
  }

  /** Ends the networks that still run, because the run ended without them. */
  void abandon() {
    networks.replaceAll(
        (key, network) ->
            network.state() == RunState.RUNNING
                ? NetworkTransitions.stopped(network, RunState.CANCELLED)
                : network);
  }

  private static NetworkStatus at(NetworkStatus network, StageProgress progress, long nowMillis) {
    if (network.state() != RunState.RUNNING) {
      return network;
    }
    long clips = network.start().clips().getOrDefault(SplitPart.TRAIN, 0);
    RunningEpoch epoch =
        new RunningEpoch(progress.part(), nowMillis, progress.done(), progress.done(), clips);
    NetworkStatus changed = network;
    for (int i = 0; i < network.stages().size(); i++) {
      String stage = network.stages().get(i).name();
      if (StageNames.train(network.name(), network.split(), stage).equals(progress.stage())) {
        changed =
            NetworkTransitions.withStage(
                changed, i, its -> NetworkStageTransitions.running(its, epoch));
      }
    }
    return changed;
  }

  private void changeStage(Key key, int index, UnaryOperator<NetworkStageStatus> change) {
    change(key, network -> NetworkTransitions.withStage(network, index, change));
  }

  private void change(Key key, UnaryOperator<NetworkStatus> change) {
    networks.computeIfPresent(key, (its, network) -> change.apply(network));
  }

  private record Key(String name, String split) {}
}
