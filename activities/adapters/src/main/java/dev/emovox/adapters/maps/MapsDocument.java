package dev.emovox.adapters.maps;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.embedding.map.FeatureMap;
import dev.emovox.embedding.map.MapScores;
import java.util.List;
import java.util.Map;

/**
 * What there is to say of maps beside their pictures.
 *
 * @param clips on the maps
 * @param drawnFrom clips of the table
 * @param features columns of the table
 * @param constantFeatures columns that do not vary and are left out
 * @param agreement in the features themselves, by colouring: the share of clips whose nearest is of
 *     the same class
 * @param pca how true the map by principal components is
 * @param tsne how true the map by t-SNE is
 * @param noMaps why there are none; left out if there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MapsDocument(
    Integer clips,
    int drawnFrom,
    Integer features,
    List<Integer> constantFeatures,
    Map<String, Double> agreement,
    MapScores pca,
    MapScores tsne,
    String noMaps) {

  static MapsDocument of(FeatureMap map) {
    return new MapsDocument(
        map.clips().size(),
        map.drawnFrom(),
        map.features(),
        map.constantFeatures(),
        map.agreement(),
        map.components().map(components -> components.plane().scores()).orElse(null),
        map.tsne().map(tsne -> tsne.plane().scores()).orElse(null),
        null);
  }

  static MapsDocument none(int drawnFrom, String why) {
    return new MapsDocument(null, drawnFrom, null, null, null, null, null, why);
  }
}
