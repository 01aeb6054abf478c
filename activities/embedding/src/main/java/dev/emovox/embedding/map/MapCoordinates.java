package dev.emovox.embedding.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The places of the clips as a table in CSV (RFC 4180, UTF-8, lines end with LF). */
public final class MapCoordinates {
  private static final int DECIMALS = 6;

  private MapCoordinates() {}

  /** A line a clip: what is known of it, then two columns for each map; equal maps, equal text. */
  public static String csv(FeatureMap map) {
    List<String> header = new ArrayList<>(List.of("id", "corpus", "speaker", "emotion"));
    List<double[][]> planes = new ArrayList<>();
    map.components().ifPresent(components -> planes.add(components.plane().points()));
    map.components().ifPresent(components -> header.addAll(List.of("pca_1", "pca_2")));
    map.tsne().ifPresent(tsne -> planes.add(tsne.plane().points()));
    map.tsne().ifPresent(tsne -> header.addAll(List.of("tsne_1", "tsne_2")));
    StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
    for (int i = 0; i < map.clips().size(); i++) {
      List<String> cells = cells(map.clips().get(i));
      for (double[][] plane : planes) {
        cells.add(number(plane[i][0]));
        cells.add(number(plane[i][1]));
      }
      csv.append(String.join(",", cells)).append('\n');
    }
    return csv.toString();
  }

  private static List<String> cells(ClipLabels clip) {
    return List.of(clip.id(), clip.corpus(), clip.speaker(), clip.emotion()).stream()
        .map(MapCoordinates::cell)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** In quotation marks where the format asks for it. */
  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
