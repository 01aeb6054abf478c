package dev.emovox.adapters.curves;

import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.TrainingStage;
import dev.emovox.tracking.MlflowRun;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens the runs of networks and of their stages; a run that is there is found. */
record TrainingRuns(MlflowTracking tracking) {

  /** The run of a network below the experiment's. */
  TrackedRun network(FineTuningRequest request) {
    String name = request.settings().name() + " on " + request.splitName();
    MlflowRun run =
        tracking.findOrCreateRun(
            new RunSpec(
                request.plan().experiment(),
                key(request),
                name,
                Optional.of(request.trackedRun().runId()),
                tags(request)));
    tracking.logParams(run.runId(), SettingsParams.ofNetwork(request));
    tracking.logInputs(run.runId(), NetworkRecords.inputs(request));
    NetworkRecords.architecture(request.settings().start())
        .ifPresent(
            text ->
                tracking.logArtifact(
                    run.runId(), "architecture.json", text.getBytes(StandardCharsets.UTF_8)));
    return tracked(run);
  }

  /** The run of a stage below the network's. */
  TrackedRun stage(StageTrackingRequest request) {
    FineTuningRequest training = request.request();
    TrainingStage stage = training.settings().stages().get(request.stageIndex());
    // By number, because a key has room for three names at most.
    String key = key(training) + "/" + request.stageIndex();
    MlflowRun run =
        tracking.findOrCreateRun(
            new RunSpec(
                training.plan().experiment(),
                key,
                stage.name(),
                Optional.of(request.network().runId()),
                stageTags(training, stage)));
    tracking.logParams(run.runId(), SettingsParams.ofStage(stage));
    return tracked(run);
  }

  private static String key(FineTuningRequest request) {
    return String.join("/", request.plan().runId(), request.splitName(), request.settings().name());
  }

  private static Map<String, String> tags(FineTuningRequest request) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("emovox.run", request.plan().runId());
    tags.put("emovox.split", request.splitName());
    tags.put("emovox.model", request.settings().name());
    tags.put("emovox.digest.manifest", request.manifest().digest().toString());
    tags.put("emovox.digest.split", request.split().digest().toString());
    return tags;
  }

  private static Map<String, String> stageTags(FineTuningRequest request, TrainingStage stage) {
    Map<String, String> tags = tags(request);
    tags.put("emovox.stage", stage.name());
    if (stage.selection() instanceof EpochSelection.Chosen chosen) {
      tags.put("emovox.override", "epoch %d: %s".formatted(chosen.epoch(), chosen.reason()));
    }
    return tags;
  }

  private static TrackedRun tracked(MlflowRun run) {
    return new TrackedRun(run.experimentId(), run.runId(), run.url());
  }
}
