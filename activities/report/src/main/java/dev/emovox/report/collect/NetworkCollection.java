package dev.emovox.report.collect;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.report.data.EpochPoint;
import dev.emovox.report.data.NetworkResult;
import dev.emovox.report.data.StageCurve;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects how networks were trained. */
final class NetworkCollection {
  private final ExperimentPlan plan;

  NetworkCollection(ExperimentPlan plan) {
    this.plan = plan;
  }

  NetworkResult collect(NetworkStatus network) {
    Optional<PreparedTraining> start = Optional.ofNullable(network.start());
    return new NetworkResult(
        network.name(),
        network.split(),
        network.state(),
        start.map(PreparedTraining::architecture).orElse(null),
        start.map(PreparedTraining::parameters).orElse(0L),
        start.map(its -> its.checkpoint().digest()).orElse(null),
        new TreeMap<>(start.map(PreparedTraining::clips).orElse(Map.of())),
        network.stages().stream().map(stage -> curve(network, stage)).toList());
  }

  private StageCurve curve(NetworkStatus network, NetworkStageStatus stage) {
    List<EpochPoint> epochs = stage.epochs().stream().map(NetworkCollection::point).toList();
    return new StageCurve(
        stage.name(),
        stage.planned(),
        epochs,
        stage.selectedEpoch(),
        stage.selection(),
        isByHand(network.name(), stage.name()),
        stage.stoppedEarly());
  }

  private static EpochPoint point(EpochOutcome epoch) {
    return new EpochPoint(epoch.epoch(), epoch.steps(), epoch.trainingLoss(), epoch.validation());
  }

  private boolean isByHand(String network, String stage) {
    return plan.networks().stream()
        .filter(its -> its.name().equals(network))
        .map(FineTuningSettings::stages)
        .flatMap(List::stream)
        .filter(its -> its.name().equals(stage))
        .map(TrainingStage::selection)
        .anyMatch(EpochSelection.Chosen.class::isInstance);
  }
}
