package dev.emovox.worker;

import dev.emovox.settings.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker as a process of its own, which can be killed. */
final class WorkerJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 50;
  private static final int OK = 200;

  private final Process process;
  private final Path log;
  private final int port;

  private WorkerJvm(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts a worker; it need not be ready when this returns. */
  static WorkerJvm start(Endpoints endpoints, Path log) {
    return start(endpoints, log, Map.of());
  }

  /** Starts a worker with more variables in its environment. */
  static WorkerJvm start(Endpoints endpoints, Path log, Map<String, String> environment) {
    return start(WorkerMain.class, endpoints, log, environment);
  }

  /** Starts a worker of another kind. */
  static WorkerJvm start(
      Class<?> main, Endpoints endpoints, Path log, Map<String, String> environment) {
    try {
      int port = freePort();
      ProcessBuilder builder = new ProcessBuilder(command(main));
      builder.environment().putAll(endpoints.toEnvironment());
      builder.environment().putAll(environment);
      builder.environment().put("EMOVOX_WORKER_PORT", Integer.toString(port));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new WorkerJvm(builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException("starting a worker", e);
    }
  }

  private static List<String> command(Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What measures this process' coverage measures the worker's too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:"))
        .forEach(command::add);
    command.addAll(
        List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  /** When it was started. */
  Instant started() {
    return process.info().startInstant().orElseThrow();
  }

  /** Waits until it takes work. */
  WorkerJvm awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("the worker is not ready: " + log());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return this;
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
      return connection.getResponseCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Waits until it has ended by itself. */
  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the worker has not ended: " + log());
    }
  }

  /** Asks it to stop and returns its exit status. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the worker did not stop: " + log());
    }
    return process.exitValue();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
