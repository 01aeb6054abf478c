package dev.emovox.report.collect;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.records.ArtifactReader;
import dev.emovox.records.RunRecord;
import dev.emovox.report.data.MapFigure;
import dev.emovox.report.data.RunFacts;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.data.SpeechFacts;
import dev.emovox.report.data.SplitFacts;
import dev.emovox.report.data.StoredArtifact;
import dev.emovox.report.published.PublishedResults;
import dev.emovox.report.words.ProtocolWords;
import dev.emovox.report.words.SummaryWords;
import dev.emovox.report.words.WarningWords;
import dev.emovox.settings.StrictYaml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects all that a report says. What can't be read is left out and named among the warnings.
 *
 * <p>Safe for use by several threads as far as its reader is.
 */
public final class ReportCollector {
  private final ArtifactReader reader;

  /** Collects from the given artefacts. */
  public ReportCollector(ArtifactReader reader) {
    this.reader = reader;
  }

  /**
   * The report of a run, ended or not.
   *
   * @throws dev.emovox.domain.ServerUnavailableException if the store is away
   */
  public RunReport collect(RunRecord run) {
    ExperimentPlan plan = run.plan();
    RunStatus status = run.status().orElseGet(() -> notEnded(plan));
    Readings readings = new Readings(reader);
    SpeechFacts speech =
        status.ingestion() == null
            ? null
            : new SpeechCollection(readings, plan).collect(status.ingestion());
    Optional<List<ManifestClip>> manifest =
        Optional.ofNullable(speech)
            .flatMap(its -> Optional.ofNullable(its.manifest()))
            .flatMap(table -> readings.rows(table, ManifestClip.class));
    List<SplitFacts> splits = new SplitCollection(readings, manifest).collect(plan, status);
    List<TestedModel> models = new ModelCollection(readings, status).collect();
    RunReport bare =
        new RunReport(
            facts(plan, status),
            List.of(),
            List.of(),
            speech,
            splits,
            ProtocolWords.of(plan, speech, splits),
            models.stream().map(TestedModel::result).toList(),
            new ComparisonCollection(readings, plan.seed()).collect(models),
            status.networks().stream().map(new NetworkCollection(plan)::collect).toList(),
            maps(status),
            new ConfusedClips(manifest).collect(models),
            PublishedResults.of(plan).orElse(null),
            artifacts(status));
    return worded(bare, status, readings);
  }

  private static RunStatus notEnded(ExperimentPlan plan) {
    return new RunStatus(
        plan.runId(),
        plan.experiment(),
        RunState.RUNNING,
        null,
        0,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  /** The report with its sentences. */
  private static RunReport worded(RunReport bare, RunStatus status, Readings readings) {
    List<String> warnings = new ArrayList<>(WarningWords.of(bare));
    if (status.ingestion() != null) {
      status.ingestion().warnings().stream()
          .filter(warning -> !warnings.contains(warning))
          .forEach(warnings::add);
    }
    warnings.addAll(readings.problems());
    return new RunReport(
        bare.run(),
        SummaryWords.of(bare),
        List.copyOf(warnings),
        bare.speech(),
        bare.splits(),
        bare.protocol(),
        bare.models(),
        bare.comparisons(),
        bare.networks(),
        bare.maps(),
        bare.confusedClips(),
        bare.published(),
        bare.artifacts());
  }

  private static RunFacts facts(ExperimentPlan plan, RunStatus status) {
    return new RunFacts(
        plan.runId(),
        plan.experiment(),
        description(plan).orElse(null),
        status.state(),
        status.error(),
        status.startedAtMillis() == 0 ? null : Instant.ofEpochMilli(status.startedAtMillis()),
        status.seconds(),
        plan.seed(),
        Digest.of(plan.configuration()),
        status.registered(),
        status.trackedRun() == null ? null : status.trackedRun().runId(),
        status.trackedRun() == null ? null : status.trackedRun().url());
  }

  private static Optional<String> description(ExperimentPlan plan) {
    try {
      return new StrictYaml()
          .readKey(plan.configuration(), "the run's record", "description", String.class);
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static List<MapFigure> maps(RunStatus run) {
    List<MapFigure> maps = new ArrayList<>();
    run.stages().stream()
        .filter(stage -> isMaps(stage.name()))
        .forEach(
            stage ->
                stage.outputs().stream()
                    .filter(output -> isPicture(output.artifact()))
                    .forEach(
                        output ->
                            maps.add(
                                new MapFigure(
                                    stage.name().substring(StageNames.MAPS.length()).strip(),
                                    output.name(),
                                    output.artifact()))));
    return List.copyOf(maps);
  }

  private static boolean isMaps(String stage) {
    return stage.equals(StageNames.MAPS) || stage.startsWith(StageNames.maps(""));
  }

  private static boolean isPicture(ArtifactRef artifact) {
    return artifact.mediaType().equals("image/svg+xml");
  }

  private static List<StoredArtifact> artifacts(RunStatus run) {
    return run.stages().stream()
        .flatMap(
            stage ->
                stage.outputs().stream()
                    .map(
                        output ->
                            new StoredArtifact(
                                stage.name(),
                                output.name(),
                                output.artifact().uri(),
                                output.artifact().digest(),
                                output.artifact().bytes())))
        .toList();
  }
}
