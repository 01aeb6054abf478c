package dev.emovox.cli.connected;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.audit.Audit;
import dev.emovox.audit.AuditResult;
import dev.emovox.audit.AuditSources;
import dev.emovox.cli.workplace.Audits;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import java.util.function.Consumer;

/** Audits of what lies in S3 and MLflow. */
final class ConnectedAudits implements Audits {
  private final S3Connection connection;
  private final MlflowTracking tracking;
  private final Audit audit;

  ConnectedAudits(Endpoints endpoints, TrustAnchor anchor, Consumer<String> progress) {
    connection = new S3Connection(endpoints.s3());
    tracking = new MlflowTracking(endpoints.mlflow());
    audit =
        new Audit(
            AuditSources.on(
                connection,
                tracking,
                new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), ConnectedModels.MODEL),
                anchor),
            progress);
  }

  @Override
  public AuditResult of(String name) {
    return audit.of(name);
  }

  @Override
  public AuditResult ofEverything() {
    return audit.ofEverything();
  }

  @Override
  public void close() {
    tracking.close();
    connection.close();
  }
}
