package dev.emovox.local.provisioning;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the programs of the servers: on the search path if new enough, else in the environment. */
public final class ServerPrograms {
  /** MLflow alone takes seconds to say its version. */
  private static final Duration VERSION_LIMIT = Duration.ofSeconds(60);

  private final SearchPath searchPath;
  private final VirtualEnvironment environment;
  private final Consumer<String> progress;

  /** Looks on {@code searchPath} first and installs into {@code environment} what is missing. */
  public ServerPrograms(
      SearchPath searchPath, VirtualEnvironment environment, Consumer<String> progress) {
    this.searchPath = searchPath;
    this.environment = environment;
    this.progress = progress;
  }

  /**
   * The program, installed first if need be.
   *
   * @throws InvalidInputException when it is neither there nor can be installed by us
   */
  public ServerProgram find(ServerTool tool) {
    Optional<ServerProgram> onPath = onPath(tool);
    if (onPath.isPresent()) {
      return onPath.get();
    }
    String name =
        tool.pythonPackage()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "There is no `%s` on PATH, and it can't be installed from here. README, \"MinIO\", says how to get one; `--s3 seaweedfs` needs nothing."
                            .formatted(tool.program())));
    environment.provision();
    return new ServerProgram(
        environment.program(tool.program()), environment.lock().version(name).orElse("unknown"));
  }

  /** The program on the search path, if there is one that is new enough. Never installs. */
  public Optional<ServerProgram> onPath(ServerTool tool) {
    return searchPath.find(tool.program()).flatMap(path -> accepted(tool, path));
  }

  /** A Python to run the children's wrapper with: the environment's if it is there. */
  public Path python() {
    return environment.isComplete()
        ? environment.program("python3")
        : PythonInterpreter.find(searchPath).path();
  }

  private Optional<ServerProgram> accepted(ServerTool tool, Path path) {
    String said = versionLine(tool, path);
    Optional<Version> version = Version.firstIn(said);
    if (version.isPresent() && version.get().compareTo(tool.oldest()) >= 0) {
      return Optional.of(new ServerProgram(path, version.get().toString()));
    }
    if (version.isEmpty() && tool.pythonPackage().isEmpty()) {
      return Optional.of(new ServerProgram(path, wordAfterVersion(said)));
    }
    progress.accept(
        "Not using %s: its version is %s, needed is %s"
            .formatted(path, version.map(Version::toString).orElse("unreadable"), tool.oldest()));
    return Optional.empty();
  }

  /** The line in which a program tells its version: others tell those of its licence or runtime. */
  private static String versionLine(ServerTool tool, Path path) {
    List<String> command = List.of(path.toString(), tool.versionArgument());
    return CommandOutput.of(VERSION_LIMIT, command)
        .filter(output -> output.exitCode() == 0)
        .flatMap(
            output -> output.text().lines().filter(line -> line.contains("version")).findFirst())
        .orElse("");
  }

  /** What MinIO's releases say is a time, and its builds from source say DEVELOPMENT. */
  private static String wordAfterVersion(String line) {
    Matcher word = Pattern.compile("version (\\S+)").matcher(line);
    return word.find() ? word.group(1) : "unknown";
  }
}
