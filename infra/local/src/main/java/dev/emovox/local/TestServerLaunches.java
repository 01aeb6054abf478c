package dev.emovox.local;

import dev.emovox.local.process.FreePorts;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.provisioning.ServerTool;
import dev.emovox.local.servers.MinioServer;
import dev.emovox.local.servers.MlflowServer;
import dev.emovox.local.servers.SeaweedPorts;
import dev.emovox.local.servers.SeaweedServer;
import dev.emovox.local.servers.ServerLaunch;
import dev.emovox.local.servers.TemporalServer;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.settings.Secret;
import dev.emovox.settings.TemporalEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the servers of one test are started, on ports that are free now. */
final class TestServerLaunches {
  private final ServerPrograms programs;
  private final Path folder;
  private final Map<Server, ServerLaunch> launches = new EnumMap<>(Server.class);
  private FreePorts ports = new FreePorts();
  private S3Endpoint s3;
  private TemporalEndpoint temporal;
  private MlflowEndpoint mlflow;

  private TestServerLaunches(ServerPrograms programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  static TestServerLaunches of(Set<Server> wanted, ServerPrograms programs, Path folder)
      throws IOException {
    TestServerLaunches launches = new TestServerLaunches(programs, folder);
    for (Server server : wanted) { // in the order of the enum: S3 before what needs it
      launches.launches.put(server, launches.launch(server));
    }
    return launches;
  }

  /** The same servers on other ports; only while none of them runs. */
  void choosePortsAgain() throws IOException {
    ports = new FreePorts();
    for (Server server : List.copyOf(launches.keySet())) {
      launches.put(server, launch(server));
    }
  }

  Map<Server, ServerLaunch> all() {
    return launches;
  }

  S3Endpoint s3() {
    return started(s3, "S3");
  }

  TemporalEndpoint temporal() {
    return started(temporal, "Temporal");
  }

  MlflowEndpoint mlflow() {
    return started(mlflow, "MLflow");
  }

  private ServerLaunch launch(Server server) throws IOException {
    Path data = Files.createDirectories(folder.resolve(server.name().toLowerCase(Locale.ROOT)));
    return switch (server) {
      case TEMPORAL -> temporal(data);
      case S3_SEAWEEDFS -> seaweed(data);
      case S3_MINIO -> minio(data);
      case MLFLOW -> mlflow(data);
    };
  }

  private ServerLaunch temporal(Path data) {
    Path program = programs.find(ServerTool.TEMPORAL).path();
    TemporalServer server = new TemporalServer(program, ports.any(), ports.any(), data);
    temporal = new TemporalEndpoint(server.address(), TemporalServer.NAMESPACE, Optional.empty());
    return server.launch();
  }

  private ServerLaunch seaweed(Path data) {
    SeaweedPorts chosen = SeaweedPorts.of(name -> ports.any());
    s3 = endpoint(chosen.s3());
    return new SeaweedServer(programs.find(ServerTool.WEED).path(), chosen, data, s3).launch();
  }

  private ServerLaunch minio(Path data) {
    s3 = endpoint(ports.any());
    return new MinioServer(programs.find(ServerTool.MINIO).path(), data, s3).launch();
  }

  private ServerLaunch mlflow(Path data) {
    Path program = programs.find(ServerTool.MLFLOW).path();
    MlflowServer server = new MlflowServer(program, ports.any(), data, s3());
    mlflow = new MlflowEndpoint(server.url(), new MlflowCredentials.None());
    return server.launch();
  }

  private static S3Endpoint endpoint(int port) {
    URI url = URI.create("http://127.0.0.1:" + port);
    return new S3Endpoint(url, "emovox-test", "tester", new Secret("test-secret"), "us-east-1");
  }

  private static <T> T started(T endpoint, String name) {
    if (endpoint == null) {
      throw new IllegalStateException(name + " was not among the servers to start");
    }
    return endpoint;
  }
}
