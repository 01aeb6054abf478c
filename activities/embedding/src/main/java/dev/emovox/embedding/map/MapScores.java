package dev.emovox.embedding.map;

import dev.emovox.embedding.MapQuality;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How true a map is.
 *
 * @param trustworthiness of the nearest neighbours on the map, at most 1
 * @param neighbours how many of them
 * @param nearestNeighbourAgreement by {@link Colouring#key()}: the share of clips whose nearest on
 *     the map is of the same class
 */
public record MapScores(
    double trustworthiness, int neighbours, Map<String, Double> nearestNeighbourAgreement) {

  static MapScores of(double[][] table, double[][] map, List<ClipLabels> clips) {
    int neighbours = Math.min(MapQuality.NEIGHBOURS, Math.max(1, (map.length - 1) / 2));
    double trust =
        2 * neighbours < map.length ? MapQuality.trustworthiness(table, map, neighbours) : 1;
    return new MapScores(trust, neighbours, agreement(map, clips));
  }

  /** The same share, of any points. */
  static Map<String, Double> agreement(double[][] points, List<ClipLabels> clips) {
    Map<String, Double> agreement = new TreeMap<>();
    for (Colouring colouring : Colouring.values()) {
      agreement.put(
          colouring.key(), MapQuality.nearestNeighbourAgreement(points, colouring.classes(clips)));
    }
    return agreement;
  }
}
