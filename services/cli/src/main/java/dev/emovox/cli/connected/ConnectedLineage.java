package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.workplace.LineageAccess;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.lineage.Lineage;
import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.source.StoredLineage;
import dev.emovox.records.RunArchive;
import dev.emovox.records.RunRecord;
import dev.emovox.settings.Endpoints;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.StoredTraceFiles;
import dev.emovox.tracking.ModelRegistry;

/** What the bucket, the registry and the ledger tell. */
final class ConnectedLineage implements LineageAccess {
  private final S3Connection connection;
  private final RunArchive archive;
  private final Lineage lineage;

  ConnectedLineage(Endpoints endpoints, LedgerFiles files) {
    connection = new S3Connection(endpoints.s3());
    archive = new RunArchive(connection);
    StoredLineage source =
        new StoredLineage(
            new ArtifactStore(connection),
            archive,
            new ModelRegistry(endpoints.mlflow()),
            new LedgerReader(new S3EntryStore(connection), files.anchor(endpoints.s3().bucket())));
    StoredPredictions predictions =
        new StoredPredictions(new PredictionArchive(StoredTraceFiles.in(connection)));
    lineage = new Lineage(source, predictions, ConnectedModels.MODEL);
  }

  @Override
  public LineageGraph trace(LineageQuestion question) {
    return lineage.trace(question);
  }

  @Override
  public RunRecord run(String id) {
    return archive
        .find(id)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no record of a run '%s'. `./emovox runs` lists the runs; the events of lineage are those of a run."
                        .formatted(id)));
  }

  @Override
  public void close() {
    connection.close();
  }
}
