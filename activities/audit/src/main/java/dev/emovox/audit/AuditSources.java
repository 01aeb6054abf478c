package dev.emovox.audit;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audit.evidence.Evidence;
import dev.emovox.audit.evidence.StoredEvidence;
import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.records.RunArchive;
import dev.emovox.tracking.MlflowTracking;
import java.time.Clock;

/**
 * Everything that an audit looks at. None of it is written to.
 *
 * @param runs the records of runs
 * @param evidence the artefacts of runs
 * @param tracked what MLflow holds about runs
 * @param registry versions of the registered model
 * @param ledger who decided what
 */
public record AuditSources(
    AuditedRuns runs,
    Evidence evidence,
    TrackedRuns tracked,
    Registry registry,
    AuditedLedger ledger) {

  /**
   * What lies in a bucket, an MLflow server and its registry.
   *
   * @param connection to the bucket of runs, artefacts and ledger
   * @param anchor which ledger is believed
   */
  public static AuditSources on(
      S3Connection connection, MlflowTracking tracking, Registry registry, TrustAnchor anchor) {
    return new AuditSources(
        new StoredRuns(new RunArchive(connection)),
        new StoredEvidence(new ArtifactStore(connection)),
        runId -> tracking.find(runId).map(run -> new TrackedValues(run.params(), run.tags())),
        registry,
        new StoredLedger(new S3EntryStore(connection), anchor, registry, Clock.systemUTC()));
  }
}
