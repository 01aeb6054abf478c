package dev.emovox.audit.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationScores;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.EpochOrigin;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.records.rows.LearningSettings;
import dev.emovox.tables.ParquetTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the network of a run on its first split: a package of random weights, and records of a
 * training that never was.
 */
final class NetworkMaking {
  private static final String SPLIT = "random";

  /** Recalls after the epochs of every stage: the second is the best. */
  private static final List<Double> RECALLS = List.of(0.5, 0.7, 0.6);

  private final Plant plant;
  private final Store store;
  private final ExperimentPlan plan;
  private final FineTuningSettings settings;
  private final List<ManifestRow> clips;
  private final LabelSet labels;

  NetworkMaking(Plant plant, Store store, ExperimentPlan plan, List<ManifestRow> clips) {
    this.plant = plant;
    this.store = store;
    this.plan = plan;
    this.settings = plan.networks().get(0);
    this.clips = clips;
    this.labels = LabelSet.sorted(clips.stream().map(ManifestRow::emotion).toList());
  }

  NetworkStatus make() {
    PreparedTraining start = prepare();
    List<NetworkStageStatus> stages = new ArrayList<>();
    EpochOutcome before = null;
    for (int i = 0; i < settings.stages().size(); i++) {
      NetworkStageStatus stage =
          plant.apply(i == 0 ? Steps.FIRST_STAGE : Steps.LAST_STAGE, stage(i, start, before));
      stages.add(stage);
      before = stage.epochs().get(stage.selectedEpoch() - 1);
    }
    EvaluationOutcome evaluation =
        new Tests(Plant.nothing(), store, settings.name())
            .make(
                SPLIT,
                predictions(),
                scored -> new Evaluator(Bootstrap.standard(plan.seed())).evaluate(labels, scored));
    return new NetworkStatus(
        settings.name(),
        SPLIT,
        RunState.DONE,
        start,
        stages,
        evaluation,
        pack(start, before, evaluation),
        new TrackedRun("1", "mlflow-network", ""));
  }

  private Map<String, SplitPart> parts() {
    byte[] split =
        store.evidence().objects().get(store.output(StageNames.split(SPLIT), "split").uri());
    return new ParquetTable()
        .read(SplitRow.class, split).stream()
            .collect(Collectors.toMap(SplitRow::id, SplitRow::part, (a, b) -> b));
  }

  private PreparedTraining prepare() {
    Map<String, SplitPart> parts = parts();
    List<ClipRow> rows =
        plant.apply(
            Steps.TRAINING_CLIPS,
            clips.stream()
                .filter(clip -> parts.containsKey(clip.id()))
                .map(clip -> row(clip, parts.get(clip.id())))
                .toList());
    NamedArtifact checkpoint = store.bytes("checkpoint", "{}".getBytes(StandardCharsets.UTF_8));
    StageResult stage =
        store.stage(
            StageNames.prepare(settings.name(), SPLIT),
            store.table("training-clips", ClipRow.class, rows),
            checkpoint);
    return new PreparedTraining(stage, checkpoint.artifact(), "wav2vec2", 1, Map.of());
  }

  private static ClipRow row(ManifestRow clip, SplitPart part) {
    return new ClipRow(
        clip.id(),
        clip.contentDigest(),
        clip.corpus(),
        clip.speaker(),
        clip.emotion(),
        part,
        clip.seconds(),
        24_000);
  }

  private NetworkStageStatus stage(int index, PreparedTraining start, EpochOutcome before) {
    List<EpochOutcome> epochs = new ArrayList<>();
    EpochOutcome last = before;
    for (int epoch = 1; epoch <= RECALLS.size(); epoch++) {
      boolean state =
          epoch > 1
              || (index > 0
                  && settings.stages().get(index).resume() == TrainingStage.Resume.FULL_STATE);
      last = epoch(index, epoch, origin(index, start, last, state));
      epochs.add(last);
    }
    return new NetworkStageStatus(
        settings.stages().get(index).name(), 3, epochs, null, 2, "the best", false);
  }

  private EpochOrigin origin(
      int index, PreparedTraining start, EpochOutcome before, boolean withOptimiser) {
    return new EpochOrigin(
        LearningSettings.of(settings.stages().get(index)),
        index,
        plan.seed(),
        start.checkpoint().digest(),
        start.stage().output("training-clips").digest(),
        before == null ? null : before.stage().output("position").digest(),
        withOptimiser);
  }

  private EpochOutcome epoch(int index, int epoch, EpochOrigin origin) {
    String name = "weights of stage %d, epoch %d".formatted(index, epoch);
    NamedArtifact weights = store.bytes("weights", name.getBytes(StandardCharsets.UTF_8));
    double recall = RECALLS.get(epoch - 1);
    ValidationScores scores = new ValidationScores(1 - recall, recall, recall, recall, recall);
    EpochRecord record =
        new EpochRecord(
            settings.stages().get(index).name(),
            epoch,
            epoch * 6L,
            24,
            2 - recall,
            scores,
            weights.artifact().digest(),
            Digest.of("optimiser"),
            origin);
    StageResult stage =
        new StageResult(
            CacheUse.MISS,
            List.of(weights, store.document("position", plant.apply(Steps.EPOCH, record))));
    return new EpochOutcome(stage, epoch, epoch * 6L, 2 - recall, scores, 1, 24);
  }

  private List<ScoredClip> predictions() {
    Map<String, SplitPart> parts = parts();
    return clips.stream()
        .filter(clip -> parts.get(clip.id()) == SplitPart.TEST)
        .map(this::scored)
        .toList();
  }

  private ScoredClip scored(ManifestRow clip) {
    boolean wrong = clip.speaker().endsWith("A");
    boolean angry = clip.emotion().equals("angry") != wrong;
    return new ScoredClip(
        clip.id(),
        clip.corpus(),
        clip.speaker(),
        clip.emotion(),
        angry ? "angry" : "sad",
        angry ? List.of(0.8, 0.2) : List.of(0.2, 0.8));
  }

  private StageResult pack(
      PreparedTraining start, EpochOutcome selected, EvaluationOutcome evaluation) {
    FineTuning training =
        new FineTuning(
            store.output(StageNames.INGESTION, "manifest").digest(),
            store.output(StageNames.split(SPLIT), "split").digest(),
            start.stage().output("training-clips").digest(),
            selected.stage().output("position").digest(),
            evaluation.stage().output("report").digest(),
            settings.longestSeconds());
    CheckpointProvenance provenance =
        new CheckpointProvenance(
            new BaseCheckpoint("random", start.checkpoint().digest()),
            Optional.of(plant.apply(Steps.FINE_TUNING, training)),
            "test");
    return new NetworkPacking(store, labels, plan.seed()).pack(provenance);
  }
}
