package dev.emovox.cli.command;

import dev.emovox.access.KeyFile;
import dev.emovox.access.KeyRegister;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where the keys of the prediction service are kept, as an option. Filled in by the command line's
 * parser.
 */
final class KeyFileOption {

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "${env:EMOVOX_SERVING_KEYS_FILE}",
      description =
          "The file (default: EMOVOX_SERVING_KEYS_FILE, else serving/keys.json in the home).")
  private Path file;

  /** The keys in it. */
  KeyRegister register(Invocation invocation) {
    Path kept =
        file == null
            ? invocation.workplace().home().resolve("serving").resolve("keys.json")
            : file.toAbsolutePath();
    return new KeyRegister(new KeyFile(kept), invocation.clock());
  }
}
