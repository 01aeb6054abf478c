package dev.emovox.cli.document;

import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.records.TestedModels;
import dev.emovox.report.published.PublishedResults;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as {@code show --json} and {@code run --json} print it.
 *
 * @param models baselines and networks that were tested
 * @param networks all networks, with every epoch so far
 * @param published figures that others published of the same experiment, or null
 */
public record RunDocument(
    String id,
    String experiment,
    RunState status,
    String error,
    Instant started,
    double seconds,
    ManifestDocument manifest,
    List<StageDocument> stages,
    List<ModelDocument> models,
    List<NetworkDocument> networks,
    PublishedResults published,
    String mlflowRun,
    RegisteredVersion registered,
    LinksDocument links) {

  /**
   * The document of a status.
   *
   * @param temporalLink where a browser shows the workflow, or null
   * @param published what to show beside it
   */
  public static RunDocument of(
      RunStatus run, String temporalLink, Optional<PublishedResults> published) {
    return new RunDocument(
        run.id(),
        run.experiment(),
        run.state(),
        run.error(),
        Instant.ofEpochMilli(run.startedAtMillis()),
        run.seconds(),
        run.ingestion() == null ? null : ManifestDocument.of(run.ingestion()),
        run.stages().stream().map(StageDocument::of).toList(),
        models(run),
        run.networks().stream().map(NetworkDocument::of).toList(),
        published.orElse(null),
        run.trackedRun() == null ? null : run.trackedRun().runId(),
        run.registered(),
        links(run, temporalLink));
  }

  private static List<ModelDocument> models(RunStatus run) {
    return Stream.concat(
            run.models().stream().map(ModelDocument::of),
            run.networks().stream().filter(TestedModels::isTested).map(ModelDocument::of))
        .toList();
  }

  private static LinksDocument links(RunStatus run, String temporalLink) {
    return new LinksDocument(
        temporalLink,
        run.trackedRun() == null ? null : run.trackedRun().url(),
        run.ingestion() == null ? null : run.ingestion().stage().output("manifest").uri());
  }
}
