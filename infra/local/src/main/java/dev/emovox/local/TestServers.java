package dev.emovox.local;

import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.provisioning.FileTree;
import dev.emovox.local.provisioning.ServerFolder;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.provisioning.ServerTool;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.settings.TemporalEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Real servers for integration tests: fresh ones on free ports with their data in a temporary
 * folder. They end with {@link #close()}, and with this process however it ends.
 *
 * <p>Their programs are those on {@code PATH}, or are installed once a checkout into {@code
 * .emovox/servers}; the variable {@code EMOVOX_SERVERS_DIR} names another folder. Not thread-safe.
 */
public final class TestServers implements AutoCloseable {
  private static final String S3_CHOICE = "EMOVOX_TEST_S3";

  private final Path folder;
  private final TestServerSet servers;

  private TestServers(Path folder, TestServerSet servers) {
    this.folder = folder;
    this.servers = servers;
  }

  /**
   * Starts the servers and returns once all of them answer.
   *
   * @throws dev.emovox.domain.ServerUnavailableException when one does not; the message shows its
   *     log
   */
  public static TestServers start(Server... which) {
    Set<Server> wanted = EnumSet.copyOf(List.of(which));
    if (wanted.contains(Server.MLFLOW) && wanted.stream().noneMatch(Server::isS3)) {
      wanted.add(Server.S3_SEAWEEDFS);
    }
    ServerPrograms programs = programs();
    try {
      Path folder = Files.createTempDirectory("emovox-test-");
      TestServerLaunches launches = TestServerLaunches.of(wanted, programs, folder);
      ChildLauncher launcher = ChildLauncher.in(folder, programs.python());
      return new TestServers(folder, TestServerSet.start(launches, launcher, folder));
    } catch (IOException e) {
      throw new UncheckedIOException("can't make a temporary folder for the test servers", e);
    }
  }

  /**
   * The S3 servers that S3 tests run against: SeaweedFS always, MinIO when it is on {@code PATH},
   * or exactly those that the variable {@code EMOVOX_TEST_S3} names, such as {@code
   * seaweedfs,minio}.
   */
  public static List<Server> s3Servers() {
    String choice = System.getenv(S3_CHOICE);
    if (choice != null && !choice.isBlank()) {
      return Pattern.compile(",").splitAsStream(choice).map(TestServers::s3Server).toList();
    }
    return programs().onPath(ServerTool.MINIO).isPresent()
        ? List.of(Server.S3_SEAWEEDFS, Server.S3_MINIO)
        : List.of(Server.S3_SEAWEEDFS);
  }

  /** The S3 server that was started: a bucket that exists, and the only account. */
  public S3Endpoint s3() {
    return servers.launches().s3();
  }

  /** The Temporal server that was started. */
  public TemporalEndpoint temporal() {
    return servers.launches().temporal();
  }

  /** The MLflow server that was started. */
  public MlflowEndpoint mlflow() {
    return servers.launches().mlflow();
  }

  /** Kills a server as a crash would, and returns once its port is free. */
  public void kill(Server server) {
    servers.kill(server);
  }

  /** Starts a server again, on its old data and its old ports; ends it first if it still runs. */
  public void restart(Server server) {
    servers.restart(server);
  }

  @Override
  public void close() {
    servers.close();
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete " + folder, e);
    }
  }

  private static Server s3Server(String name) {
    return switch (name.strip()) {
      case "seaweedfs" -> Server.S3_SEAWEEDFS;
      case "minio" -> Server.S3_MINIO;
      default -> throw new IllegalArgumentException(S3_CHOICE + " names no S3 server: " + name);
    };
  }

  private static ServerPrograms programs() {
    Map<String, String> environment = System.getenv();
    Path home = Checkout.find().defaultHome();
    return ServerFolder.programs(environment, home, System.err::println);
  }
}
