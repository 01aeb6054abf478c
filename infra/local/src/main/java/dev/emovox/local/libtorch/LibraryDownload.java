package dev.emovox.local.libtorch;

import dev.emovox.local.provisioning.InstallationSubject;
import dev.emovox.local.provisioning.PipProcess;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.RequirementsLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Collects the libraries in a working folder, a package after the other, so that an interrupted
 * attempt goes on where it ended and the disk holds one archive at a time. pip downloads, with the
 * user's own settings, and runs nothing of what it downloads.
 */
final class LibraryDownload {
  private static final InstallationSubject SUBJECT =
      new InstallationSubject(
          "CUDA's libraries",
          "EMOVOX_LIBTORCH_DIR",
          "Without a network, name an installed libtorch by PYTORCH_LIBRARY_PATH.");

  /** The build for one Python is as good as another's: its libraries don't know Python. */
  private static final List<String> BUILD =
      List.of(
          "--no-deps",
          "--no-cache-dir",
          "--only-binary=:all:",
          "--implementation=cp",
          "--python-version=3.11",
          "--abi=cp311",
          "--platform=manylinux_2_28_x86_64",
          "--platform=manylinux_2_27_x86_64",
          "--platform=manylinux2014_x86_64");

  private final Path folder;
  private final RequirementsLock lock;
  private final Consumer<String> progress;
  private final PipProcess pip;

  LibraryDownload(Path folder, RequirementsLock lock, Consumer<String> progress) {
    this.folder = folder;
    this.lock = lock;
    this.progress = progress;
    this.pip = new PipProcess(SUBJECT, folder.resolve("pip"), line -> {});
  }

  /** Where the libraries are collected. */
  Path libraries() {
    return folder.resolve("libraries");
  }

  /** Collects what is not there yet. */
  void run(PythonInterpreter python) throws IOException {
    Files.createDirectories(libraries());
    pip.createEnvironment(python);
    List<RequirementsLock.Entry> entries = lock.entries();
    for (int index = 0; index < entries.size(); index++) {
      RequirementsLock.Entry entry = entries.get(index);
      if (!done().contains(entry.requirement().strip())) {
        progress.accept(
            "  %s %s (%d of %d)"
                .formatted(entry.name(), entry.version(), index + 1, entries.size()));
        collect(entry);
      }
    }
  }

  private void collect(RequirementsLock.Entry entry) throws IOException {
    Path archives = Files.createDirectories(folder.resolve("archives"));
    Path requirement = Files.writeString(folder.resolve("package.lock"), entry.requirement());
    List<String> arguments = new ArrayList<>(BUILD);
    arguments.addAll(List.of("--dest", archives.toString(), "-r", requirement.toString()));
    // pip's own temporary files are as large, and /tmp is often small.
    pip.run("download", arguments, Map.of("TMPDIR", archives.toString()));
    for (Path wheel : wheels(archives)) {
      new WheelLibraries(wheel).extract(libraries());
      Files.delete(wheel);
    }
    Files.writeString(
        record(), entry.requirement(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static List<Path> wheels(Path archives) throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.filter(file -> file.toString().endsWith(".whl")).sorted().toList();
    }
  }

  private String done() throws IOException {
    return Files.exists(record()) ? Files.readString(record()) : "";
  }

  /** The packages whose libraries are there. */
  private Path record() {
    return folder.resolve("done.lock");
  }
}
