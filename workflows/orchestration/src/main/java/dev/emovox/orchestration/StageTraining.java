package dev.emovox.orchestration;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.orchestration.epochs.EarlyStop;
import dev.emovox.orchestration.epochs.EpochSelector;
import dev.emovox.orchestration.epochs.Retention;
import dev.emovox.orchestration.epochs.SelectedEpoch;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Trains one stage of a network: epoch by epoch, or found as an earlier run left it. */
final class StageTraining {
  private final FineTuningActivities fineTuning = Activities.fineTuning();
  private final TrainingTrackingActivities tracking = Activities.trainingTracking();
  private final DrainedEpoch device = new DrainedEpoch();
  private final Parent parent = new Parent();
  private final StageRunner stages = new StageRunner(parent::tell);
  private final PreparedNetwork network;
  private final OpenRuns runs;

  StageTraining(PreparedNetwork network, OpenRuns runs) {
    this.network = network;
    this.runs = runs;
  }

  /**
   * Trains a stage.
   *
   * @param index which stage, from 0
   * @param before the epoch that the stage before selected; null for the first stage
   * @param maybeFound whether a stage that an earlier run settled will do
   */
  TrainedStage run(int index, EpochOutcome before, boolean maybeFound) {
    TrackedRun run =
        runs.opened(
            tracking.openStage(
                new StageTrackingRequest(network.trackedRun(), network.request(), index)));
    EpochRequest first = network.firstEpoch(index, before, run);
    Optional<TrainedStage> found = maybeFound ? fineTuning.findStage(first) : Optional.empty();
    TrainedStage trained =
        stages.runUntil(
            begun(first),
            () -> found.map(stage -> adopt(first, stage)).orElseGet(() -> train(first)),
            this::done);
    tracking.closeStage(run, trained);
    runs.closed(run);
    parent.tell(new StageReport(network.name(), network.split(), index, trained));
    if (found.isEmpty()) {
      settle(first, trained);
    }
    return trained;
  }

  private TrainedStage train(EpochRequest first) {
    TrainingStage settings = first.stage();
    EarlyStop stop = new EarlyStop(settings);
    List<EpochOutcome> epochs = new ArrayList<>();
    List<Promise<Void>> records = new ArrayList<>();
    EpochRequest next = first;
    while (!stop.isOver(epochs)) {
      EpochOutcome outcome = device.train(next);
      epochs.add(outcome);
      records.add(Async.procedure(tracking::recordEpoch, first.trackedStage(), outcome));
      parent.tell(new EpochReport(network.name(), network.split(), first.stageIndex(), outcome));
      next = network.epochAfter(next, outcome);
    }
    Promise.allOf(records).get();
    SelectedEpoch selected = EpochSelector.select(settings.selection(), epochs);
    return new TrainedStage(
        settings.name(), epochs, selected.epoch(), selected.reason(), stop.stopsEarly(epochs));
  }

  /** A found stage's epochs are this run's too, although no device worked at them. */
  private TrainedStage adopt(EpochRequest first, TrainedStage found) {
    List<EpochOutcome> epochs = found.epochs().stream().map(StageTraining::hit).toList();
    epochs.forEach(epoch -> tracking.recordEpoch(first.trackedStage(), epoch));
    return new TrainedStage(
        found.name(), epochs, found.selectedEpoch(), found.selection(), found.stoppedEarly());
  }

  private static EpochOutcome hit(EpochOutcome epoch) {
    return new EpochOutcome(
        new StageResult(CacheUse.HIT, epoch.stage().outputs()),
        epoch.epoch(),
        epoch.steps(),
        epoch.trainingLoss(),
        epoch.validation(),
        epoch.seconds(),
        epoch.clipsPerSecond());
  }

  private void settle(EpochRequest first, TrainedStage trained) {
    boolean last = first.stageIndex() == network.request().settings().stages().size() - 1;
    fineTuning.settleStage(new SettledStage(first, trained, Retention.discarded(trained, last)));
  }

  private StageStatus begun(EpochRequest first) {
    String name = StageNames.train(network.name(), network.split(), first.stage().name());
    return StageRunner.begun(name, clips(first.stage().epochs()), "clips");
  }

  /** A stage that stopped early has fewer clips than it might have had. */
  private StageStatus done(StageStatus begun, TrainedStage trained) {
    long clips = clips(trained.epochs().size());
    return StageTransitions.done(
        StageTransitions.at(begun, clips, clips), result(trained), Workflow.currentTimeMillis());
  }

  private static StageResult result(TrainedStage trained) {
    boolean hit =
        trained.epochs().stream().allMatch(epoch -> epoch.stage().cache() == CacheUse.HIT);
    EpochOutcome selected = trained.selected();
    return new StageResult(
        hit ? CacheUse.HIT : CacheUse.MISS,
        Stream.of("weights", "position")
            .map(name -> new NamedArtifact(name, selected.stage().output(name)))
            .toList());
  }

  private long clips(int epochs) {
    return (long) epochs * network.start().clips().getOrDefault(SplitPart.TRAIN, 0);
  }
}
