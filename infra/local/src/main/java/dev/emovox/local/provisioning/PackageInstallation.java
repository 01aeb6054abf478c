package dev.emovox.local.provisioning;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes one virtual environment and runs pip in it, with the user's own pip settings and proxies.
 */
final class PackageInstallation {
  private static final int KEPT_LINES = 15;
  private static final int PACKAGES_PER_MESSAGE = 25;

  private final Path folder;
  private final Consumer<String> progress;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private int packages;

  PackageInstallation(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  void createEnvironment(PythonInterpreter python) {
    int exit = run(List.of(python.path().toString(), "-m", "venv", folder.toString()));
    if (exit != 0) {
      throw new InvalidInputException(
          "Python %s (%s) can't make a virtual environment. On Debian and Ubuntu, install the package python3-venv. It said:%n%s"
              .formatted(python.version(), python.path(), said()));
    }
  }

  /** Installs exactly the files whose digests are listed. */
  void install(Path requirements) {
    progress.accept(
        "Installing Temporal, SeaweedFS and MLflow into %s (once; 1.2 GB)".formatted(folder));
    int exit =
        run(
            List.of(
                folder.resolve("bin/python3").toString(),
                "-m",
                "pip",
                "install",
                "--require-hashes",
                "--no-input",
                "--disable-pip-version-check",
                "--progress-bar=off",
                "-r",
                requirements.toString()));
    if (exit != 0) {
      throw failure();
    }
    progress.accept("Installed %d packages".formatted(packages));
  }

  private int run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
      throw new WorkFailedException("The installation of the servers was interrupted.", e);
    }
  }

  private void read(String line) {
    if (lastLines.size() == KEPT_LINES) {
      lastLines.removeFirst();
    }
    lastLines.addLast(line);
    if (line.startsWith("Collecting ") && ++packages % PACKAGES_PER_MESSAGE == 0) {
      progress.accept("  %d packages so far".formatted(packages));
    }
  }

  private EmovoxException failure() {
    return InstallationProblem.in(said()).failure(folder, said());
  }

  private String said() {
    return String.join(System.lineSeparator(), lastLines);
  }
}
