package dev.emovox.local.provisioning;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Where the servers' programs are installed: below the home, unless the user says otherwise. */
public final class ServerFolder {
  private static final String VARIABLE = "EMOVOX_SERVERS_DIR";

  private ServerFolder() {}

  /** The servers of a home, for a user with these variables. */
  public static ServerPrograms programs(
      Map<String, String> environment, Path home, Consumer<String> progress) {
    SearchPath searchPath = SearchPath.of(environment);
    return new ServerPrograms(
        searchPath, virtualEnvironment(environment, home, progress), progress);
  }

  /** Where the servers of a home are installed. */
  public static VirtualEnvironment virtualEnvironment(
      Map<String, String> environment, Path home, Consumer<String> progress) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    Path folder = chosen.isBlank() ? home.resolve("servers") : Path.of(chosen);
    return new VirtualEnvironment(
        folder,
        RequirementsLock.bundled(),
        () -> PythonInterpreter.find(SearchPath.of(environment)),
        progress);
  }
}
