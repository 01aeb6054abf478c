package dev.emovox.local;

import dev.emovox.local.home.Home;
import dev.emovox.local.home.HomePorts;
import dev.emovox.local.home.HomeSecrets;
import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.ServiceCommand;
import dev.emovox.local.process.Readiness;
import dev.emovox.local.provisioning.ServerProgram;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.provisioning.ServerTool;
import dev.emovox.local.servers.MinioServer;
import dev.emovox.local.servers.MlflowServer;
import dev.emovox.local.servers.SeaweedPorts;
import dev.emovox.local.servers.SeaweedServer;
import dev.emovox.local.servers.ServerLaunch;
import dev.emovox.local.servers.TemporalServer;
import dev.emovox.local.supervision.PlannedService;
import dev.emovox.settings.Endpoints;
import dev.emovox.settings.S3Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans one server at a time, and collects the variables that say where it is. */
final class PlannedServers {
  private static final String BUCKET = "emovox";
  private static final String ACCOUNT = "emovox";
  private static final String REGION = "us-east-1";

  /**
   * A worker that trains leaves a checkpoint of some gigabytes; otherwise it takes a few seconds.
   */
  private static final Duration OWN_GRACE = Duration.ofSeconds(90);

  private final Home home;
  private final ServerPrograms programs;
  private final HomePorts ports;
  private final Map<String, String> environment;
  private final Map<String, String> endpoints;

  PlannedServers(
      Home home,
      ServerPrograms programs,
      HomePorts ports,
      Map<String, String> environment,
      Map<String, String> endpoints) {
    this.home = home;
    this.programs = programs;
    this.ports = ports;
    this.environment = environment;
    this.endpoints = endpoints;
  }

  /** Whether the user gave the address of a server of their own. */
  boolean runsElsewhere(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  PlannedService temporal() {
    if (runsElsewhere("EMOVOX_TEMPORAL_ADDRESS")) {
      return PlannedService.external("temporal", environment.get("EMOVOX_TEMPORAL_ADDRESS"));
    }
    ServerProgram program = programs.find(ServerTool.TEMPORAL);
    int port = ports.choose("temporal", 7233);
    int ui = ports.choose("temporal-ui", 8233);
    TemporalServer server = new TemporalServer(program.path(), port, ui, data("temporal"));
    endpoints.put("EMOVOX_TEMPORAL_ADDRESS", server.address());
    endpoints.put("EMOVOX_TEMPORAL_NAMESPACE", TemporalServer.NAMESPACE);
    return planned(server.launch(), 0, server.address(), "http://127.0.0.1:" + ui, program);
  }

  PlannedService s3(Optional<S3Kind> kind) {
    if (kind.isEmpty()) {
      return PlannedService.external("s3", environment.get("EMOVOX_S3_URL"));
    }
    return kind.get() == S3Kind.MINIO ? minio() : seaweed();
  }

  private PlannedService seaweed() {
    ServerProgram program = programs.find(ServerTool.WEED);
    SeaweedPorts chosen =
        SeaweedPorts.of(name -> ports.choose(name, name.equals("s3") ? 8333 : HomePorts.ANY));
    S3Endpoint endpoint = s3Endpoint(chosen.s3());
    Path folder = data(S3Kind.SEAWEEDFS.id());
    ServerLaunch launch = new SeaweedServer(program.path(), chosen, folder, endpoint).launch();
    return planned(launch, 0, endpoint.url().toString(), null, program);
  }

  private PlannedService minio() {
    ServerProgram program = programs.find(ServerTool.MINIO);
    S3Endpoint endpoint = s3Endpoint(ports.choose("s3", 8333));
    Path folder = data(S3Kind.MINIO.id());
    ServerLaunch launch = new MinioServer(program.path(), folder, endpoint).launch();
    return planned(launch, 0, endpoint.url().toString(), null, program);
  }

  private S3Endpoint s3Endpoint(int port) {
    HomeSecrets secrets = new HomeSecrets(home);
    URI url = URI.create("http://127.0.0.1:" + port);
    endpoints.put("EMOVOX_S3_URL", url.toString());
    endpoints.put("EMOVOX_S3_BUCKET", BUCKET);
    endpoints.put("EMOVOX_S3_REGION", REGION);
    endpoints.put("EMOVOX_S3_ACCESS_KEY", ACCOUNT);
    endpoints.put("EMOVOX_S3_SECRET_KEY_FILE", secrets.s3SecretKeyFile().toString());
    return new S3Endpoint(url, BUCKET, ACCOUNT, secrets.s3SecretKey(), REGION);
  }

  /** After S3: it needs to know where that is. */
  PlannedService mlflow() {
    if (runsElsewhere("EMOVOX_MLFLOW_URL")) {
      return PlannedService.external("mlflow", environment.get("EMOVOX_MLFLOW_URL"));
    }
    ServerProgram program = programs.find(ServerTool.MLFLOW);
    int port = ports.choose("mlflow", 5000);
    String url = "http://127.0.0.1:" + port;
    endpoints.put("EMOVOX_MLFLOW_URL", url);
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(endpoints);
    S3Endpoint s3 = Endpoints.fromEnvironment(all).s3();
    ServerLaunch launch = new MlflowServer(program.path(), port, data("mlflow"), s3).launch();
    return planned(launch, 1, url, url, program);
  }

  /** Chooses the port of a process of ours. */
  void reserve(String name, ServiceCommand.Http http) {
    int port = ports.choose(name, http.port());
    if (name.equals("serving")) {
      endpoints.put("EMOVOX_SERVING_URL", "http://127.0.0.1:" + port);
    }
  }

  /** One of our own processes; all other servers must have been planned. */
  PlannedService own(ServiceCommand command) {
    Optional<Integer> port = command.http().map(http -> ports.chosen().get(command.name()));
    Map<String, String> variables = new HashMap<>(endpoints);
    // Where the worker finds the keys of the ledger.
    variables.put("EMOVOX_HOME", home.folder().toString());
    command.environment().forEach((name, value) -> variables.put(name, filled(value, port)));
    Optional<String> url = port.map(number -> "http://127.0.0.1:" + number);
    Readiness readiness =
        command
            .http()
            .map(http -> Readiness.http(URI.create(url.orElseThrow() + http.healthPath())))
            .orElse(() -> true);
    ServerLaunch launch =
        new ServerLaunch(command.name(), command.command(), variables, readiness, OWN_GRACE);
    return new PlannedService(
        command.name(), Optional.of(launch), 2, url, url, Optional.of(ownVersion()));
  }

  private static String filled(String value, Optional<Integer> port) {
    return port.map(number -> value.replace("{port}", number.toString())).orElse(value);
  }

  private static String ownVersion() {
    String version = PlannedServers.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private Path data(String name) {
    try {
      return Files.createDirectories(home.data().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("can't make the data folder of " + name, e);
    }
  }

  private static PlannedService planned(
      ServerLaunch launch, int stage, String address, String ui, ServerProgram program) {
    return new PlannedService(
        launch.name(),
        Optional.of(launch),
        stage,
        Optional.of(address),
        Optional.ofNullable(ui),
        Optional.of(program.version()));
  }
}
