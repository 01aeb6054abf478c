package dev.emovox.local.servers;

import dev.emovox.local.process.Readiness;
import dev.emovox.settings.S3Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * MLflow's tracking server with an SQLite file, and artefacts in S3 that it passes through, so that
 * its clients need no S3 account.
 *
 * @param program the {@code mlflow} command
 * @param port of its pages and its REST interface
 * @param folder where the database file lies
 * @param s3 where and with which account it stores artefacts, below {@code mlflow/} in the bucket
 */
public record MlflowServer(Path program, int port, Path folder, S3Endpoint s3) {
  /** The command that starts it. */
  public ServerLaunch launch() {
    String database = folder.resolve("mlflow.db").toString();
    return new ServerLaunch(
        "mlflow",
        List.of(
            program.toString(),
            "server",
            "--backend-store-uri",
            "sqlite:///" + database,
            "--artifacts-destination",
            "s3://" + s3.bucket() + "/mlflow",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--workers",
            "1"),
        environment(),
        Readiness.http(url().resolve("/health")),
        Duration.ofSeconds(10));
  }

  /** The address of its pages and its REST interface. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Map<String, String> environment() {
    return Map.of(
        "MLFLOW_S3_ENDPOINT_URL",
        s3.url().toString(),
        "AWS_ACCESS_KEY_ID",
        s3.accessKey(),
        "AWS_SECRET_ACCESS_KEY",
        s3.secretKey().reveal(),
        "AWS_DEFAULT_REGION",
        s3.region(),
        // Otherwise eight more Python processes start, for jobs that nobody here submits.
        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION",
        "false",
        "MLFLOW_DISABLE_TELEMETRY",
        "true");
  }
}
