package dev.emovox.local.provisioning;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes one virtual environment and runs pip in it, with the user's own pip settings and proxies.
 * Not thread-safe.
 */
public final class PipProcess {
  private static final int KEPT_LINES = 15;

  private final InstallationSubject subject;
  private final Path environment;
  private final Consumer<String> lines;
  private final Deque<String> lastLines = new ArrayDeque<>();

  /**
   * Describes it; nothing is run yet.
   *
   * @param subject what is installed
   * @param environment folder of the virtual environment
   * @param lines told every line that pip prints
   */
  public PipProcess(InstallationSubject subject, Path environment, Consumer<String> lines) {
    this.subject = subject;
    this.environment = environment;
    this.lines = lines;
  }

  /**
   * Makes the virtual environment.
   *
   * @throws InvalidInputException if this Python can't
   */
  public void createEnvironment(PythonInterpreter python) {
    List<String> command = List.of(python.path().toString(), "-m", "venv", environment.toString());
    if (execute(command, Map.of()) != 0) {
      throw new InvalidInputException(
          "Python %s (%s) can't make a virtual environment. On Debian and Ubuntu, install the package python3-venv. It said:%n%s"
              .formatted(python.version(), python.path(), said()));
    }
  }

  /**
   * Runs pip without questions, with digests of every file.
   *
   * @param variables added to this process's environment
   * @throws WorkFailedException if the disk is full or a file is not the one that was pinned
   * @throws dev.emovox.domain.ServerUnavailableException if the package index can't be reached
   */
  public void run(String verb, List<String> arguments, Map<String, String> variables) {
    List<String> command =
        new ArrayList<>(List.of(environment.resolve("bin/python3").toString(), "-m", "pip", verb));
    command.addAll(
        List.of(
            "--require-hashes", "--no-input", "--disable-pip-version-check", "--progress-bar=off"));
    command.addAll(arguments);
    if (execute(command, variables) != 0) {
      throw failure();
    }
  }

  private int execute(List<String> command, Map<String, String> variables) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(variables);
      Process process = builder.start();
      process.getOutputStream().close();
      try (BufferedReader output = process.inputReader()) {
        output.lines().forEach(this::read);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new WorkFailedException(
          "Can't run %s: %s".formatted(command.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException(subject.name() + " were not installed: it was interrupted.", e);
    }
  }

  private void read(String line) {
    if (lastLines.size() == KEPT_LINES) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
    lines.accept(line);
  }

  private EmovoxException failure() {
    return InstallationProblem.in(said()).failure(subject, environment, said());
  }

  private String said() {
    return String.join(System.lineSeparator(), lastLines);
  }
}
