package dev.emovox.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to run one child process.
 *
 * @param name what messages call it
 * @param command the program and its arguments; never a secret, other users can read it
 * @param environment variables added to those of this process; secrets may be here
 * @param workingDirectory existing folder
 * @param log file that its output is appended to
 * @param grace time between the request to end and the kill
 */
public record ChildCommand(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path workingDirectory,
    Path log,
    Duration grace) {
  public ChildCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
