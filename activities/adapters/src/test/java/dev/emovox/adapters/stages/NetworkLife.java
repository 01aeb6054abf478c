package dev.emovox.adapters.stages;

import dev.emovox.adapters.IngestionAdapter;
import dev.emovox.adapters.SplitAdapter;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.TrackingAdapter;
import dev.emovox.adapters.curves.MlflowStepMetrics;
import dev.emovox.adapters.curves.TrainingTrackingAdapter;
import dev.emovox.adapters.epochs.TrainingAdapter;
import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.adapters.network.TestActivities;
import dev.emovox.adapters.network.TinyNetwork;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.SplitActivities;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingActivities;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that is done to a network, in the order in which the workflow does it. */
final class NetworkLife implements AutoCloseable {
  final TestActivities test = new TestActivities();
  final FineTuningActivities fineTuning;
  final TrackingActivities tracking;
  private final TrainingActivities training;
  private final TrainingTrackingActivities curves;
  private final TrainingAdapter trainer;
  private final IngestionOutcome ingestion;

  NetworkLife(Path folder) {
    Stores stores = test.stores();
    CacheFolder cache = new CacheFolder(folder.resolve("cache"));
    trainer =
        new TrainingAdapter(
            stores, test.s3(), settings(cache), new MlflowStepMetrics(test.tracking()));
    test.register(
        new IngestionAdapter(stores, new AudioDecoder(DecodeLimits.standard()), test.heartbeats()),
        new SplitAdapter(stores.memory(), stores.tables(), stores.manifests(), test.heartbeats()),
        new FineTuningAdapter(stores, test.heartbeats(), settings(cache), "1.0"),
        trainer,
        new TrainingTrackingAdapter(test.tracking(), stores, test.heartbeats()),
        new TrackingAdapter(
            test.tracking(),
            new ModelRegistry(test.servers().mlflow()),
            stores,
            test.heartbeats()));
    fineTuning = test.stub(FineTuningActivities.class);
    tracking = test.stub(TrackingActivities.class);
    training = test.stub(TrainingActivities.class);
    curves = test.stub(TrainingTrackingActivities.class);
    SyntheticCorpora.write(folder.resolve("speech"), 1);
    ingestion =
        test.stub(IngestionActivities.class)
            .ingest(
                new IngestionRequest(
                    List.of(folder.resolve("speech/SAVEE").toString()),
                    List.of(definition("savee"))));
  }

  private static TrainingSettings settings(CacheFolder cache) {
    return new TrainingSettings(
        ComputeDevice.CPU,
        LibtorchSettings.of(ComputeDevice.CPU).threads(),
        cache,
        Duration.ofMinutes(2),
        1 << 26);
  }

  private static CorpusSource definition(String corpus) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("configs/corpora"))) {
      folder = folder.getParent();
    }
    String text = new CorpusLibrary(folder.resolve("configs/corpora")).named(corpus).text();
    return new CorpusSource(corpus, text);
  }

  /** A request to train a network on a split of that policy, in an open run. */
  FineTuningRequest request(FineTuningSettings settings, SplitPolicy policy) {
    ExperimentPlan plan = TinyNetwork.plan(settings, policy);
    ArtifactRef manifest = ingestion.stage().output("manifest");
    ArtifactRef split =
        test.stub(SplitActivities.class)
            .split(new SplitRequest(manifest, plan.splits().get(0), plan.seed()))
            .stage()
            .output("split");
    return TinyNetwork.in(
        tracking.openRun(plan), TinyNetwork.request(plan, manifest, split, ingestion.labels()));
  }

  /** What the workflow of a network does. */
  FineTunedModel run(FineTuningRequest request) {
    PreparedTraining start = fineTuning.prepare(request);
    TrackedRun run = curves.openNetwork(request);
    List<TrainedStage> stages = new ArrayList<>();
    EpochOutcome before = null;
    for (int i = 0; i < request.settings().stages().size(); i++) {
      TrackedRun stageRun = curves.openStage(new StageTrackingRequest(run, request, i));
      EpochRequest first = first(request, start, i, before, stageRun);
      TrainedStage stage = stage(first);
      curves.closeStage(stageRun, stage);
      stages.add(stage);
      before = stage.selected();
    }
    EvaluationOutcome evaluation = training.testNetwork(test(request, start, before));
    StageResult packed = fineTuning.packNetwork(contents(request, start, before, evaluation));
    FineTunedModel model =
        new FineTunedModel(
            request.settings().name(), request.splitName(), start, stages, evaluation, packed, run);
    curves.closeNetwork(request, model);
    return model;
  }

  /** A stage as an earlier run left it, or trained and settled. */
  private TrainedStage stage(EpochRequest first) {
    Optional<TrainedStage> found = fineTuning.findStage(first);
    if (found.isPresent()) {
      found.get().epochs().forEach(epoch -> curves.recordEpoch(first.trackedStage(), epoch));
      return found.get();
    }
    TrainedStage trained = train(first);
    fineTuning.settleStage(new SettledStage(first, trained, discarded(trained)));
    return trained;
  }

  /** All epochs of a stage. */
  TrainedStage train(EpochRequest first) {
    List<EpochOutcome> epochs = new ArrayList<>();
    EpochRequest next = first;
    while (epochs.size() < first.stage().epochs()) {
      EpochOutcome outcome = training.trainEpoch(next);
      epochs.add(outcome);
      curves.recordEpoch(first.trackedStage(), outcome);
      next = after(next, outcome);
    }
    int selected = select(first.stage().selection(), epochs);
    return new TrainedStage(
        first.stage().name(), epochs, selected, "epoch " + selected + " by the test's rule", false);
  }

  private static int select(EpochSelection selection, List<EpochOutcome> epochs) {
    if (selection instanceof EpochSelection.Chosen chosen) {
      return chosen.epoch();
    }
    return selection instanceof EpochSelection.Last
        ? epochs.size()
        : epochs.stream()
            .max(Comparator.comparing(epoch -> epoch.validation().unweightedAverageRecall()))
            .orElseThrow()
            .epoch();
  }

  /** Whole states but those of the selected and the last epoch. */
  static List<ArtifactRef> discarded(TrainedStage stage) {
    List<ArtifactRef> discarded = new ArrayList<>();
    for (EpochOutcome epoch : stage.epochs()) {
      if (epoch.epoch() != stage.selectedEpoch() && epoch.epoch() != stage.epochs().size()) {
        discarded.add(epoch.stage().output("weights"));
        discarded.add(epoch.stage().output("optimiser"));
      }
    }
    return discarded;
  }

  /** The first epoch of a stage. */
  static EpochRequest first(
      FineTuningRequest request,
      PreparedTraining start,
      int stageIndex,
      EpochOutcome before,
      TrackedRun run) {
    return new EpochRequest(
        request.plan().runId(),
        request.settings().name(),
        request.splitName(),
        request.settings().stages().get(stageIndex),
        stageIndex,
        1,
        start.checkpoint(),
        start.stage().output("training-clips"),
        request.labels(),
        request.settings().longestSeconds(),
        before == null ? null : before.stage().output("position"),
        false,
        request.seed(),
        run);
  }

  private static EpochRequest after(EpochRequest ended, EpochOutcome outcome) {
    return new EpochRequest(
        ended.runId(),
        ended.modelName(),
        ended.splitName(),
        ended.stage(),
        ended.stageIndex(),
        ended.epoch() + 1,
        ended.checkpoint(),
        ended.clips(),
        ended.labels(),
        ended.longestSeconds(),
        outcome.stage().output("position"),
        true,
        ended.seed(),
        ended.trackedStage());
  }

  private static NetworkTestRequest test(
      FineTuningRequest request, PreparedTraining start, EpochOutcome selected) {
    return new NetworkTestRequest(
        request.plan().runId(),
        request.settings().name(),
        request.splitName(),
        start.checkpoint(),
        selected.stage().output("weights"),
        request.manifest(),
        start.stage().output("training-clips"),
        request.labels(),
        request.settings().longestSeconds(),
        request.seed());
  }

  /** What goes into the package. */
  static NetworkPackageRequest contents(
      FineTuningRequest request,
      PreparedTraining start,
      EpochOutcome selected,
      EvaluationOutcome evaluation) {
    return new NetworkPackageRequest(
        start.checkpoint(),
        selected.stage().output("weights"),
        selected.stage().output("position"),
        request.labels(),
        request.settings().longestSeconds(),
        request.manifest(),
        request.split(),
        start.stage().output("training-clips"),
        evaluation.stage().output("report"),
        evaluation.stage().find("predictions"));
  }

  @Override
  public void close() {
    trainer.close();
    test.close();
  }
}
