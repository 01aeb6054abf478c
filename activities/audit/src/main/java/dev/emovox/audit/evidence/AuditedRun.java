package dev.emovox.audit.evidence;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run that has ended, and what it left. Tables are read when they are first asked for and kept.
 * Not safe for use by several threads.
 */
public final class AuditedRun {
  private final ExperimentPlan plan;
  private final RunStatus status;
  private final Evidence evidence;
  private final EvidenceReader reader;
  private final Optional<TrackedValues> tracked;
  private final Supplier<Map<String, ManifestRow>> manifest = new Once<>(this::readManifest);
  private final Supplier<List<Reject>> rejects =
      new Once<>(() -> reader().rows(ingestionOutput("rejects"), Reject.class));
  private final List<AuditedSplit> splits;

  /**
   * A run.
   *
   * @param plan what was asked for
   * @param status how it ended
   * @param evidence where its artefacts are
   * @param tracked what MLflow holds about it, if it does
   */
  public AuditedRun(
      ExperimentPlan plan, RunStatus status, Evidence evidence, Optional<TrackedValues> tracked) {
    this.plan = plan;
    this.status = status;
    this.evidence = evidence;
    this.reader = new EvidenceReader(evidence);
    this.tracked = tracked;
    this.splits =
        plan.splits().stream()
            .flatMap(
                split ->
                    output(StageNames.split(split.name()), "split")
                        .map(table -> new AuditedSplit(this, split, table))
                        .stream())
            .toList();
  }

  EvidenceReader reader() {
    return reader;
  }

  /** The run's name. */
  public String id() {
    return plan.runId();
  }

  /** What was asked for. */
  public ExperimentPlan plan() {
    return plan;
  }

  /** How it ended. */
  public RunStatus status() {
    return status;
  }

  /** Where its artefacts are. */
  public Evidence evidence() {
    return evidence;
  }

  /** What MLflow holds about it; nothing if it was never told or does not hold it any more. */
  public Optional<TrackedValues> tracked() {
    return tracked;
  }

  /** What ingestion found; nothing if the run ended before. */
  public Optional<IngestionOutcome> ingestion() {
    return Optional.ofNullable(status.ingestion());
  }

  /** The classes in their order; none before ingestion. */
  public LabelSet labels() {
    return ingestion().map(IngestionOutcome::labels).orElseGet(() -> new LabelSet(List.of()));
  }

  /** The clips by id, in the manifest's order; of an id that is there twice, the last. */
  public Map<String, ManifestRow> manifest() {
    return manifest.get();
  }

  private Map<String, ManifestRow> readManifest() {
    Map<String, ManifestRow> clips = new TreeMap<>();
    if (ingestion().isPresent()) {
      reader
          .rows(ingestionOutput("manifest"), ManifestRow.class)
          .forEach(clip -> clips.put(clip.id(), clip));
    }
    return clips;
  }

  /** Files that were turned away. */
  public List<Reject> rejects() {
    return ingestion().isPresent() ? rejects.get() : List.of();
  }

  /** An output of ingestion. */
  public ArtifactRef ingestionOutput(String name) {
    return status.ingestion().stage().output(name);
  }

  /** The splits that were made. */
  public List<AuditedSplit> splits() {
    return splits;
  }

  /** The split of that name, if it was made. */
  public Optional<AuditedSplit> split(String name) {
    return splits.stream().filter(split -> split.name().equals(name)).findFirst();
  }

  /**
   * All artefacts that the record names and that are kept: of a network's epochs the records, and
   * the weights of those that were selected.
   */
  public Set<ArtifactRef> artifacts() {
    return new RunArtifacts(status).all();
  }

  /** An output of a stage that was done. */
  public Optional<ArtifactRef> output(String stage, String output) {
    return status.stages().stream()
        .filter(done -> done.name().equals(stage) && done.state() == RunState.DONE)
        .flatMap(done -> done.outputs().stream())
        .filter(named -> named.name().equals(output))
        .map(NamedArtifact::artifact)
        .findFirst();
  }

  /** The baselines that were tested, in the plan's order. */
  public List<AuditedBaseline> baselines() {
    return status.models().stream().map(model -> new AuditedBaseline(this, model)).toList();
  }

  /** The networks that were tested, in the plan's order. */
  public List<AuditedNetwork> networks() {
    return status.networks().stream()
        .filter(network -> network.evaluation() != null && network.modelPackage() != null)
        .flatMap(
            network ->
                settings(network.name())
                    .map(settings -> new AuditedNetwork(this, network, settings))
                    .stream())
        .toList();
  }

  private Optional<FineTuningSettings> settings(String network) {
    return plan.networks().stream().filter(its -> its.name().equals(network)).findFirst();
  }

  /** Everything that was tested. */
  public List<TestedModel> models() {
    return Stream.concat(
            baselines().stream().map(AuditedBaseline::tested),
            networks().stream().map(AuditedNetwork::tested))
        .toList();
  }
}
