package dev.emovox.local.provisioning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Installs the servers' packages into a virtual environment of their own. */
final class PackageInstallation {
  private static final int PACKAGES_PER_MESSAGE = 25;

  private final Path folder;
  private final Consumer<String> progress;
  private final PipProcess pip;
  private int packages;

  PackageInstallation(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
    this.pip = new PipProcess(InstallationSubject.SERVERS, folder, this::count);
  }

  void createEnvironment(PythonInterpreter python) {
    pip.createEnvironment(python);
  }

  /** Installs exactly the files whose digests are listed. */
  void install(Path requirements) {
    progress.accept(
        "Installing Temporal, SeaweedFS and MLflow into %s (once; 1.2 GB)".formatted(folder));
    pip.run("install", List.of("-r", requirements.toString()), Map.of());
    progress.accept("Installed %d packages".formatted(packages));
  }

  private void count(String line) {
    if (line.startsWith("Collecting ") && ++packages % PACKAGES_PER_MESSAGE == 0) {
      progress.accept("  %d packages so far".formatted(packages));
    }
  }
}
