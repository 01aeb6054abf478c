package dev.emovox.audit.evidence;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.EpochRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A network of a run that was trained, tested and packed. Not safe for use by several threads. */
public final class AuditedNetwork {
  private final AuditedRun run;
  private final NetworkStatus status;
  private final FineTuningSettings settings;
  private final TestedModel tested;
  private final Supplier<List<ClipRow>> clips;

  AuditedNetwork(AuditedRun run, NetworkStatus status, FineTuningSettings settings) {
    this.run = run;
    this.status = status;
    this.settings = settings;
    this.tested =
        new TestedModel(
            run,
            new TestedModel.Identity(status.name(), status.split(), validation(status)),
            status.evaluation(),
            status.modelPackage());
    this.clips = new Once<>(() -> run.reader().rows(trainingClips(), ClipRow.class));
  }

  private static double validation(NetworkStatus status) {
    return selected(status.stages().get(status.stages().size() - 1))
        .map(epoch -> epoch.validation().unweightedAverageRecall())
        .orElse(Double.NaN);
  }

  private static Optional<EpochOutcome> selected(NetworkStageStatus stage) {
    int epoch = stage.selectedEpoch();
    return epoch < 1 || epoch > stage.epochs().size()
        ? Optional.empty()
        : Optional.of(stage.epochs().get(epoch - 1));
  }

  /** Its test and package. */
  public TestedModel tested() {
    return tested;
  }

  /** What was asked for. */
  public FineTuningSettings settings() {
    return settings;
  }

  /** Every epoch of every stage, as the run's record has them. */
  public NetworkStatus status() {
    return status;
  }

  /** Its stages with what was asked of them, as far as the record has both. */
  public List<AuditedStage> stages() {
    int stages = Math.min(status.stages().size(), settings.stages().size());
    return IntStream.range(0, stages)
        .mapToObj(i -> new AuditedStage(this, i, settings.stages().get(i), status.stages().get(i)))
        .toList();
  }

  /** The epoch whose weights are the network's. */
  public Optional<EpochOutcome> selected() {
    return selected(status.stages().get(status.stages().size() - 1));
  }

  /** The table of clips that it learnt from, was validated and tested on. */
  public ArtifactRef trainingClips() {
    return status.start().stage().output("training-clips");
  }

  /** The rows of that table. */
  public List<ClipRow> clips() {
    return clips.get();
  }

  /** The record of an epoch. */
  public EpochRecord record(EpochOutcome epoch) {
    return run.reader().document(epoch.stage().output("position"), EpochRecord.class);
  }

  /** What the package says of its training, if it is a network's. */
  public Optional<FineTuning> packaged() {
    return Optional.of(tested.packaged())
        .filter(Wav2Vec2Description.class::isInstance)
        .flatMap(its -> ((Wav2Vec2Description) its).provenance().fineTuning());
  }
}
