package dev.emovox.local.servers;

import dev.emovox.local.process.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Temporal's development server, the real server in one process with its state in an SQLite file.
 *
 * @param program the {@code temporal} command
 * @param port of the gRPC front end
 * @param uiPort of the web pages
 * @param folder where the database file lies
 */
public record TemporalServer(Path program, int port, int uiPort, Path folder) {
  /** The name space that the development server starts with. */
  public static final String NAMESPACE = "default";

  /** The command that starts it. */
  public ServerLaunch launch() {
    return new ServerLaunch(
        "temporal",
        List.of(
            program.toString(),
            "server",
            "start-dev",
            "--db-filename",
            folder.resolve("temporal.db").toString(),
            "--namespace",
            NAMESPACE,
            "--ip",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--ui-port",
            Integer.toString(uiPort),
            "--log-level",
            "warn"),
        Map.of("TEMPORAL_ENV_FILE", folder.resolve("none.yaml").toString()),
        Readiness.port(port),
        Duration.ofSeconds(10));
  }

  /** The address that clients connect to. */
  public String address() {
    return "127.0.0.1:" + port;
  }
}
