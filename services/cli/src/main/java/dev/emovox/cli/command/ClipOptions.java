package dev.emovox.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Which clips a benchmark is run on, as options of a command. Filled in by the command line's
 * parser.
 */
final class ClipOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder with clips of known corpora; may be given several times.")
  private List<Path> data;

  @Option(
      names = "--clips",
      paramLabel = "N",
      description = "Take so many clips, evenly from all (default: all).")
  private Integer clips;

  /** The folders. */
  List<Path> data() {
    return data;
  }

  /** How many clips are taken; all if empty. */
  Optional<Integer> most() {
    return Optional.ofNullable(clips);
  }
}
