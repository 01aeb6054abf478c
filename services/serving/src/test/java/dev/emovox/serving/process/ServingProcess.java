package dev.emovox.serving.process;

import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service, started as the launcher starts it, on a port that is free. */
final class ServingProcess implements AutoCloseable {
  private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

  private final Process process;
  private final Path log;

  private ServingProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the service with the addresses of these servers. */
  static ServingProcess start(S3Endpoint s3, MlflowEndpoint mlflow) throws IOException {
    return start(s3, mlflow, Map.of());
  }

  /** Starts the service with the addresses of these servers and more settings. */
  static ServingProcess start(S3Endpoint s3, MlflowEndpoint mlflow, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("EMOVOX_S3_URL", s3.url().toString());
    environment.put("EMOVOX_S3_BUCKET", s3.bucket());
    environment.put("EMOVOX_S3_ACCESS_KEY", s3.accessKey());
    environment.put("EMOVOX_S3_SECRET_KEY", s3.secretKey().reveal());
    environment.put("EMOVOX_MLFLOW_URL", mlflow.url().toString());
    return start(environment);
  }

  /** Starts the service with nothing in its environment but this and, unless said, how to poll. */
  static ServingProcess start(Map<String, String> environment) throws IOException {
    Path log = Files.createTempFile("emovox-serving-", ".log");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-jar", APPLICATION.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("EMOVOX_"));
    builder.environment().put("EMOVOX_SERVING_PORT", "0");
    builder.environment().put("EMOVOX_SERVING_POLL_INTERVAL", "200ms");
    builder.environment().put("EMOVOX_SERVING_LONGEST_RETRY", "200ms");
    builder.environment().put("EMOVOX_SERVING_TRACES_INTERVAL", "200ms");
    builder.environment().putAll(environment);
    Process process = builder.start();
    // A test run that is broken off must not leave the service behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new ServingProcess(process, log);
  }

  /** Where it listens; empty until it does. */
  Optional<URI> address() {
    Matcher listening = LISTENING.matcher(log());
    return listening.find() ? Optional.of(URI.create(listening.group(1))) : Optional.empty();
  }

  /** The number of the process. */
  long pid() {
    return process.pid();
  }

  /** Everything that it has written. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the process to end by itself and gives its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service still runs:\n" + log());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.delete(log);
  }
}
