package dev.emovox.cli.command;

import dev.emovox.embedding.map.MapMethod;
import dev.emovox.embedding.map.MapSettings;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** How maps are made, as options of a command. Filled in by the command line's parser. */
final class MapOptions {

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "${COMPLETION-CANDIDATES}; may be repeated (default: both).")
  private Set<MapMethod> methods = EnumSet.noneOf(MapMethod.class);

  @Option(
      names = "--perplexity",
      paramLabel = "P",
      description =
          "Neighbours that t-SNE looks at, about (default: 30, less for fewer than 91 clips).")
  private Double perplexity;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Steps of t-SNE, from 250 (default: 1000).")
  private Integer iterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is left to chance; equal seeds, equal pictures (default: 1).")
  private long seed;

  @Option(
      names = "--most-clips",
      paramLabel = "N",
      description = "Draw a sample of more than so many clips (default: 20000).")
  private int mostClips = MapSettings.USUAL_CLIPS;

  /**
   * The settings.
   *
   * @throws dev.emovox.domain.InvalidInputException if a number is out of its range
   */
  MapSettings settings() {
    return new MapSettings(
        methods.isEmpty() ? EnumSet.allOf(MapMethod.class) : methods,
        perplexity == null ? OptionalDouble.empty() : OptionalDouble.of(perplexity),
        iterations == null ? OptionalInt.empty() : OptionalInt.of(iterations),
        seed,
        mostClips);
  }
}
