package dev.emovox.embedding.map;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.embedding.tsne.TsneSettings;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How maps are made.
 *
 * @param methods at least one
 * @param perplexity of t-SNE; 30 if not given, less for few clips
 * @param iterations of t-SNE; 1000 if not given
 * @param seed of what is left to chance
 * @param mostClips of more, a sample is drawn
 */
public record MapSettings(
    Set<MapMethod> methods,
    OptionalDouble perplexity,
    OptionalInt iterations,
    long seed,
    int mostClips) {
  /** So many clips take minutes, and more would hide each other. */
  public static final int USUAL_CLIPS = 20_000;

  private static final int MOST_CLIPS = 100_000;

  public MapSettings {
    methods = Set.copyOf(methods);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a map is made by some method");
    }
    if (mostClips < 1 || mostClips > MOST_CLIPS) {
      throw new InvalidInputException(
          "A map shows between 1 and %d clips, not %d.".formatted(MOST_CLIPS, mostClips));
    }
    // Numbers that are wrong for any clips are refused before there are any.
    TsneSettings standard = TsneSettings.standard(mostClips, seed);
    new TsneSettings(
        perplexity.orElse(standard.perplexity()), iterations.orElse(standard.iterations()), seed);
  }

  /** All methods as they are usually set. */
  public static MapSettings standard(long seed) {
    return new MapSettings(
        Set.of(MapMethod.values()), OptionalDouble.empty(), OptionalInt.empty(), seed, USUAL_CLIPS);
  }

  /** The settings of t-SNE for so many clips. */
  TsneSettings tsne(int clips) {
    TsneSettings standard = TsneSettings.standard(clips, seed);
    return new TsneSettings(
        perplexity.orElse(standard.perplexity()), iterations.orElse(standard.iterations()), seed);
  }
}
