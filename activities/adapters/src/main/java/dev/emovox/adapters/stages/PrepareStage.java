package dev.emovox.adapters.stages;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.StageMemory;
import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.corpora.LeakageCheck;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds or makes what a network starts from, and decides which clip is used for what. */
final class PrepareStage {
  private static final int CODE_VERSION = 1;

  private final Stores stores;
  private final StartingCheckpoints checkpoints;
  private final Heartbeats heartbeats;

  PrepareStage(Stores stores, StartingCheckpoints checkpoints, Heartbeats heartbeats) {
    this.stores = stores;
    this.checkpoints = checkpoints;
    this.heartbeats = heartbeats;
  }

  /** All that decides about the outcome or about a refusal. */
  private record Settings(
      StartingPoint start,
      Optional<Double> validationShare,
      SplitPolicy policy,
      double longestSeconds,
      List<Integer> frozenLayers,
      LabelSet labels,
      long seed) {

    static Settings of(FineTuningRequest request) {
      return new Settings(
          request.settings().start(),
          request.settings().validationShare(),
          split(request).policy(),
          request.settings().longestSeconds(),
          request.settings().stages().stream()
              .map(stage -> stage.freezing().lowestLayers())
              .toList(),
          request.labels(),
          request.seed());
    }
  }

  /** What is known of the network and its clips. */
  record Summary(String architecture, long parameters, Map<SplitPart, Integer> clips) {}

  PreparedTraining run(FineTuningRequest request) {
    StepKey key =
        StepKey.of(
            "prepare",
            CODE_VERSION,
            Settings.of(request),
            List.of(request.manifest().digest(), request.split().digest()));
    var prepared =
        heartbeats.during(() -> stores.memory().recall(key, Summary.class, () -> make(request)));
    Summary summary = prepared.summary();
    return new PreparedTraining(
        prepared.stage(),
        prepared.stage().output("checkpoint"),
        summary.architecture(),
        summary.parameters(),
        summary.clips());
  }

  private StageMemory.Made<Summary> make(FineTuningRequest request) {
    List<CachedOutput> start = checkpoints.provide(request);
    try (Checkpoint checkpoint = checkpoints.open(start.get(0).artifact())) {
      TrainingRequirements requirements = new TrainingRequirements(request);
      requirements.checkNetwork(checkpoint.config(), checkpoint.preprocessor());
      List<ClipRow> rows =
          ClipTable.of(checkpoint.preprocessor(), request.settings().longestSeconds())
              .rows(clips(request), parts(request));
      requirements.checkClips(rows, checkpoint.config().shortestInput());
      List<CachedOutput> outputs = new ArrayList<>();
      outputs.add(stores.tables().table("training-clips", ClipRow.class, rows));
      outputs.addAll(start);
      return new StageMemory.Made<>(outputs, summary(checkpoint.config(), request, rows));
    }
  }

  private static Summary summary(
      Wav2Vec2Config config, FineTuningRequest request, List<ClipRow> rows) {
    return new Summary(
        config.modelType().written(),
        StartingCheckpoints.parameters(config.withLabels(request.labels())),
        ClipTable.count(rows));
  }

  private List<ManifestRow> clips(FineTuningRequest request) {
    return stores.manifests().rows(request.manifest());
  }

  /** The split, with a validation part of its own if that is asked for. */
  private List<SplitRow> parts(FineTuningRequest request) {
    List<SplitRow> split = stores.tables().rows(request.split(), SplitRow.class);
    SplitSettings settings = split(request);
    List<SplitRow> parts =
        request
            .settings()
            .validationShare()
            .map(share -> new ValidationDraw(settings.policy(), share, drawSeed(request)))
            .map(draw -> draw.redraw(clips(request), split))
            .orElse(split);
    LeakageCheck.verify(clips(request), parts, settings);
    return parts;
  }

  private static long drawSeed(FineTuningRequest request) {
    return DerivedSeed.of("validation part", request.seed());
  }

  private static SplitSettings split(FineTuningRequest request) {
    return request.plan().splits().stream()
        .filter(split -> split.name().equals(request.splitName()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no split " + request.splitName() + " in the plan"));
  }
}
