package dev.emovox.cli.promotion;

import dev.emovox.contracts.GateSource;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.gate.settings.GateSettings;
import dev.emovox.settings.StrictYaml;
import dev.emovox.settings.yaml.NamedYaml;
import java.nio.file.Path;

/**
 * The gates of a checkout.
 *
 * @param folder where those lie that have names
 */
public record GateFiles(Path folder) {
  /** The gate that applies if none is named. */
  public static final String STANDARD = "default";

  /** What is said instead of a gate's name if there is to be none. */
  public static final String NONE = "none";

  /**
   * The gate of a name or a file, read and understood.
   *
   * @param nameOrFile a name such as {@code strict}, or a path with {@code /} or {@code .yaml}
   * @throws InvalidInputException if there is none, or it is wrong, with file and line
   */
  public GateSource find(String nameOrFile) {
    Path file = new NamedYaml(folder, "gate").find(nameOrFile);
    String text = new StrictYaml().text(file);
    GateSettings.read(text, file.toString());
    return new GateSource(NamedYaml.nameOf(file), text);
  }
}
