package dev.emovox.cli.document;

import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import java.time.Instant;
import java.util.List;

/** A run as {@code show --json} and {@code run --json} print it. */
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
    String mlflowRun,
    RegisteredVersion registered,
    LinksDocument links) {

  /**
   * The document of a status.
   *
   * @param temporalLink where a browser shows the workflow, or null
   */
  public static RunDocument of(RunStatus run, String temporalLink) {
    return new RunDocument(
        run.id(),
        run.experiment(),
        run.state(),
        run.error(),
        Instant.ofEpochMilli(run.startedAtMillis()),
        run.seconds(),
        run.ingestion() == null ? null : ManifestDocument.of(run.ingestion()),
        run.stages().stream().map(StageDocument::of).toList(),
        run.models().stream().map(ModelDocument::of).toList(),
        run.trackedRun() == null ? null : run.trackedRun().runId(),
        run.registered(),
        links(run, temporalLink));
  }

  private static LinksDocument links(RunStatus run, String temporalLink) {
    return new LinksDocument(
        temporalLink,
        run.trackedRun() == null ? null : run.trackedRun().url(),
        run.ingestion() == null ? null : run.ingestion().stage().output("manifest").uri());
  }
}
