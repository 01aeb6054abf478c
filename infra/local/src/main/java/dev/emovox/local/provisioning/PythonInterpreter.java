package dev.emovox.local.provisioning;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Python that is new enough for the servers' packages.
 *
 * @param path the interpreter itself, behind any shim or link
 * @param version its version
 */
public record PythonInterpreter(Path path, Version version) {
  /** The oldest version that the pinned packages support. */
  public static final Version OLDEST = Version.parse("3.10");

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String QUESTION =
      "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])";
  private static final List<String> NAMES =
      List.of(
          "python3",
          "python3.14",
          "python3.13",
          "python3.12",
          "python3.11",
          "python3.10",
          "python");

  /**
   * The first on the search path that is new enough.
   *
   * @throws InvalidInputException when there is none, saying what there is
   */
  public static PythonInterpreter find(SearchPath searchPath) {
    List<String> tooOld = new ArrayList<>();
    for (String name : NAMES) {
      Optional<PythonInterpreter> python = searchPath.find(name).flatMap(PythonInterpreter::ask);
      if (python.isPresent() && python.get().isNewEnough()) {
        return python.get();
      }
      python.ifPresent(old -> tooOld.add("%s is %s".formatted(old.path(), old.version())));
    }
    String found = tooOld.isEmpty() ? "There is no python3 on PATH" : String.join(", ", tooOld);
    throw new InvalidInputException(
        "The local servers need Python %s or newer. %s. Install a newer Python 3 and put it on PATH."
            .formatted(OLDEST, found));
  }

  /** What the program says of itself; empty when it is not a working Python. */
  static Optional<PythonInterpreter> ask(Path program) {
    return CommandOutput.of(LIMIT, List.of(program.toString(), "-I", "-S", "-c", QUESTION))
        .filter(output -> output.exitCode() == 0)
        .map(output -> output.text().lines().toList())
        .filter(lines -> lines.size() == 2)
        .flatMap(lines -> Version.firstIn(lines.get(1)).map(v -> of(lines.get(0), v)));
  }

  private static PythonInterpreter of(String path, Version version) {
    return new PythonInterpreter(Path.of(path), version);
  }

  private boolean isNewEnough() {
    return version.compareTo(OLDEST) >= 0;
  }
}
