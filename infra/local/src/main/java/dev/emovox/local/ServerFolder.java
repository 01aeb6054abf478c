package dev.emovox.local;

import dev.emovox.local.provisioning.PythonInterpreter;
import dev.emovox.local.provisioning.RequirementsLock;
import dev.emovox.local.provisioning.SearchPath;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.provisioning.VirtualEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Where the servers' programs are installed: below the home, unless the user says otherwise. */
final class ServerFolder {
  private static final String VARIABLE = "EMOVOX_SERVERS_DIR";

  private ServerFolder() {}

  static ServerPrograms programs(
      Map<String, String> environment, Path home, Consumer<String> progress) {
    SearchPath searchPath = SearchPath.of(environment);
    return new ServerPrograms(
        searchPath, virtualEnvironment(environment, home, progress), progress);
  }

  static VirtualEnvironment virtualEnvironment(
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
