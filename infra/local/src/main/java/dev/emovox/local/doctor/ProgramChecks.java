package dev.emovox.local.doctor;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.provisioning.CommandOutput;
import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.SearchPath;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.provisioning.ServerTool;
import dev.emovox.local.provisioning.Version;
import dev.emovox.local.provisioning.VirtualEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that Emovox is built and run with. */
final class ProgramChecks {
  private static final int JAVA = 17;
  private static final Version MAVEN = Version.parse("3.8.6");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SearchPath searchPath;
  private final VirtualEnvironment servers;

  ProgramChecks(Map<String, String> environment, VirtualEnvironment servers) {
    this.searchPath = SearchPath.of(environment);
    this.servers = servers;
  }

  List<Check> prerequisites() {
    return List.of(jdk(), maven(), python());
  }

  List<Check> servers() {
    return Stream.of(ServerTool.values()).map(this::server).toList();
  }

  private static Check jdk() {
    Path home = Path.of(System.getProperty("java.home"));
    boolean compiler = Files.isExecutable(home.resolve("bin/javac"));
    int version = Runtime.version().feature();
    boolean ok = compiler && version >= JAVA;
    String found = "%s in %s%s".formatted(Runtime.version(), home, compiler ? "" : ", no javac");
    return new Check("jdk", ok, found, ok ? "" : "Install a JDK, 17 or newer; set JAVA_HOME.");
  }

  private Check maven() {
    Optional<Version> version =
        searchPath
            .find("mvn")
            .flatMap(mvn -> CommandOutput.of(LIMIT, List.of(mvn.toString(), "-v")))
            .flatMap(output -> Version.firstIn(output.text()));
    boolean ok = version.isPresent() && version.get().compareTo(MAVEN) >= 0;
    return new Check(
        "maven",
        ok,
        version.map(Version::toString).orElse("none on PATH"),
        ok ? "" : "Install Maven %s or newer; it builds Emovox on first use.".formatted(MAVEN));
  }

  private Check python() {
    try {
      PythonInterpreter python = PythonInterpreter.find(searchPath);
      String found = "%s in %s".formatted(python.version(), python.path());
      boolean venv =
          CommandOutput.of(
                  LIMIT, List.of(python.path().toString(), "-I", "-c", "import venv, ensurepip"))
              .map(output -> output.exitCode() == 0)
              .orElse(false);
      return new Check(
          "python", venv, found, venv ? "" : "Install its module venv (package python3-venv).");
    } catch (InvalidInputException e) {
      return new Check("python", false, "none that will do", e.getMessage());
    }
  }

  private Check server(ServerTool tool) {
    String name = "server " + tool.program();
    return searchPath
        .find(tool.program())
        .map(path -> onPath(name, tool))
        .orElseGet(() -> installed(name, tool));
  }

  private Check onPath(String name, ServerTool tool) {
    return new ServerPrograms(searchPath, servers, line -> {})
        .onPath(tool)
        .map(program -> found(name, "%s in %s".formatted(program.version(), program.path())))
        .orElseGet(() -> installed(name, tool));
  }

  private Check installed(String name, ServerTool tool) {
    if (tool.pythonPackage().isEmpty()) {
      return found(name, "not on PATH; only `--s3 minio` needs it");
    }
    String version = servers.lock().version(tool.pythonPackage().get()).orElse("");
    return found(
        name,
        servers.isComplete()
            ? "%s in %s".formatted(version, servers.program(tool.program()))
            : "none yet; the first `./emovox up` installs %s".formatted(version));
  }

  private static Check found(String name, String what) {
    return new Check(name, true, what, "");
  }
}
