package dev.emovox.local;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.process.ChildLauncher;
import dev.emovox.local.process.ChildProcess;
import dev.emovox.local.process.ReadinessWait;
import dev.emovox.local.servers.ServerLaunch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The running servers of one test. */
final class TestServerSet implements AutoCloseable {
  private static final int MOST_TRIES = 3;

  private final TestServerLaunches launches;
  private final ChildLauncher launcher;
  private final Path folder;
  private final Map<Server, ChildProcess> children = new EnumMap<>(Server.class);

  private TestServerSet(TestServerLaunches launches, ChildLauncher launcher, Path folder) {
    this.launches = launches;
    this.launcher = launcher;
    this.folder = folder;
  }

  /** Starts all at once; with other ports when somebody has taken one meanwhile. */
  static TestServerSet start(TestServerLaunches launches, ChildLauncher launcher, Path folder)
      throws IOException {
    for (int tries = 1; ; tries++) {
      TestServerSet servers = new TestServerSet(launches, launcher, folder);
      try {
        servers.startAll();
        return servers;
      } catch (ServerUnavailableException e) {
        servers.close();
        if (tries == MOST_TRIES || !e.getMessage().contains("in use")) {
          throw e;
        }
        launches.choosePortsAgain();
      }
    }
  }

  TestServerLaunches launches() {
    return launches;
  }

  void kill(Server server) {
    ChildProcess child = child(server);
    child.kill();
    child.onExit().join();
  }

  void restart(Server server) {
    child(server).stop();
    start(server);
    awaitReady(server);
  }

  @Override
  public void close() {
    children.values().forEach(ChildProcess::requestStop);
    children.values().forEach(ChildProcess::stop);
  }

  private void startAll() {
    launches.all().keySet().forEach(this::start);
    launches.all().keySet().forEach(this::awaitReady);
  }

  private void start(Server server) {
    ServerLaunch launch = launches.all().get(server);
    Path log = folder.resolve(server + ".log");
    children.put(server, launcher.start(launch.child(folder, log)));
  }

  private void awaitReady(Server server) {
    ServerLaunch launch = launches.all().get(server);
    ReadinessWait.await(child(server), launch.readiness(), ServerLaunch.START_LIMIT);
  }

  private ChildProcess child(Server server) {
    ChildProcess child = children.get(server);
    if (child == null) {
      throw new IllegalStateException(server + " was not among the servers to start");
    }
    return child;
  }
}
