package dev.emovox.embedding.map;

import dev.emovox.embedding.tsne.TsneSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps of a feature table.
 *
 * @param clips on the maps, in the table's order
 * @param drawnFrom clips of the table; more than there are on the maps if a sample was drawn
 * @param features columns of the table
 * @param constantFeatures columns that do not vary, and are left out
 * @param agreement in the features themselves, by {@link Colouring#key()}: the share of clips whose
 *     nearest is of the same class
 * @param components the map by principal components, if it was wanted
 * @param tsne the map by t-SNE, if it was wanted
 */
public record FeatureMap(
    List<ClipLabels> clips,
    int drawnFrom,
    int features,
    List<Integer> constantFeatures,
    Map<String, Double> agreement,
    Optional<Components> components,
    Optional<Neighbourhoods> tsne) {

  /** The same maps, made of a sample of a table of so many clips. */
  public FeatureMap outOf(int allClips) {
    return new FeatureMap(clips, allClips, features, constantFeatures, agreement, components, tsne);
  }

  /** Two dimensions, the second 0 where a table has but one. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Plane(double[][] points, MapScores scores) {}

  /**
   * By principal components.
   *
   * @param shares of the variance that each component explains
   */
  public record Components(Plane plane, List<Double> shares) {}

  /** By t-SNE. */
  public record Neighbourhoods(Plane plane, TsneSettings settings) {}
}
