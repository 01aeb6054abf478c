package dev.emovox.local.servers;

import dev.emovox.local.process.ChildCommand;
import dev.emovox.local.process.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to start one server and to know that it answers.
 *
 * @param name the service's name: {@code temporal}, {@code s3}, {@code mlflow}
 * @param command program and arguments, without secrets
 * @param environment added variables, with secrets
 * @param readiness answers once the server does
 * @param grace how long the server may take to end
 */
public record ServerLaunch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Readiness readiness,
    Duration grace) {
  /** How long a server may take until it answers, on a slow machine with a cold disk. */
  public static final Duration START_LIMIT = Duration.ofSeconds(90);

  /** The child process that runs this server. */
  public ChildCommand child(Path workingDirectory, Path log) {
    return new ChildCommand(name, command, environment, workingDirectory, log, grace);
  }
}
