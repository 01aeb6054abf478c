package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.embedding.map.FeatureMap;
import dev.emovox.embedding.map.MapScores;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Maps of features, without the places of the clips.
 *
 * @param clips on the maps
 * @param drawnFrom clips of the table; more if a sample was drawn
 * @param features columns of the table
 * @param constantFeatures numbers of those that do not vary, and were left out
 * @param nearestNeighbourAgreement in the features themselves, by emotion, corpus and speaker: the
 *     share of clips whose nearest is of the same one
 * @param pca the map by principal components, if drawn
 * @param tsne the map by t-SNE, if drawn
 * @param files what was written, by name
 */
public record FeatureMapDocument(
    int clips,
    int drawnFrom,
    int features,
    List<Integer> constantFeatures,
    Map<String, Double> nearestNeighbourAgreement,
    @JsonInclude(JsonInclude.Include.NON_NULL) Components pca,
    @JsonInclude(JsonInclude.Include.NON_NULL) Neighbourhoods tsne,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> files) {

  /**
   * Principal components.
   *
   * @param explainedVariance share of the variance of each component
   */
  public record Components(List<Double> explainedVariance, MapScores scores) {}

  /** t-SNE. */
  public record Neighbourhoods(double perplexity, int iterations, long seed, MapScores scores) {}

  /** The document of maps; files are added by {@link #with}. */
  public static FeatureMapDocument of(FeatureMap map) {
    return new FeatureMapDocument(
        map.clips().size(),
        map.drawnFrom(),
        map.features(),
        map.constantFeatures(),
        map.agreement(),
        map.components()
            .map(pca -> new Components(pca.shares(), pca.plane().scores()))
            .orElse(null),
        map.tsne()
            .map(
                tsne ->
                    new Neighbourhoods(
                        tsne.settings().perplexity(),
                        tsne.settings().iterations(),
                        tsne.settings().seed(),
                        tsne.plane().scores()))
            .orElse(null),
        Map.of());
  }

  /** The same with the files that were written. */
  public FeatureMapDocument with(Map<String, String> written) {
    return new FeatureMapDocument(
        clips,
        drawnFrom,
        features,
        constantFeatures,
        nearestNeighbourAgreement,
        pca,
        tsne,
        new TreeMap<>(written));
  }
}
