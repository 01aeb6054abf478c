package dev.emovox.lineage.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Boxes in columns, so that every line goes from left to right, and in an order within columns that
 * makes few lines cross. A line over several columns has an empty place in each between. The layers
 * follow Sugiyama, Tagawa and Toda (1981): longest ways first, then sweeps that put each box to the
 * mean of its neighbours.
 *
 * @param columns ids of boxes and of empty places, from left to right and from top to bottom
 * @param routes the places that each line passes, its ends included, in the order of the edges
 */
record Columns(List<List<String>> columns, List<List<String>> routes) {
  private static final int SWEEPS = 8;

  static Columns of(Picture picture) {
    return new Arrangement(picture).columns();
  }

  /** Whether that is an empty place. */
  static boolean isEmpty(String place) {
    return place.startsWith("\u0000");
  }

  private static final class Arrangement {
    private final Picture picture;
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<String, List<String>> left = new HashMap<>();
    private final Map<String, List<String>> right = new HashMap<>();
    private final List<List<String>> columns = new ArrayList<>();
    private final List<List<String>> routes = new ArrayList<>();

    Arrangement(Picture picture) {
      this.picture = picture;
    }

    Columns columns() {
      Map<String, List<String>> before = new HashMap<>();
      picture
          .edges()
          .forEach(
              edge -> before.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from()));
      picture.nodes().forEach(node -> layer(node.id(), before, new HashSet<>()));
      moveSourcesRight();
      int width = layers.values().stream().mapToInt(layer -> layer + 1).max().orElse(0);
      for (int i = 0; i < width; i++) {
        columns.add(new ArrayList<>());
      }
      picture.nodes().forEach(node -> columns.get(layers.get(node.id())).add(node.id()));
      picture.edges().forEach(this::route);
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        sweep(sweep % 2 == 0);
      }
      return new Columns(columns, routes);
    }

    /** One more than the farthest of those before it; a circle is cut where it closes. */
    private int layer(String id, Map<String, List<String>> before, Set<String> open) {
      Integer known = layers.get(id);
      if (known != null || !open.add(id)) {
        return known == null ? 0 : known;
      }
      int layer = 0;
      for (String other : before.getOrDefault(id, List.of())) {
        layer = Math.max(layer, layer(other, before, open) + 1);
      }
      layers.put(id, layer);
      return layer;
    }

    /** What comes from nowhere stands right before what it is used for. */
    private void moveSourcesRight() {
      Set<String> targets = new HashSet<>();
      picture.edges().forEach(edge -> targets.add(edge.to()));
      for (PictureNode node : picture.nodes()) {
        if (!targets.contains(node.id())) {
          picture.edges().stream()
              .filter(edge -> edge.from().equals(node.id()))
              .mapToInt(edge -> layers.get(edge.to()) - 1)
              .min()
              .ifPresent(layer -> layers.put(node.id(), Math.max(0, layer)));
        }
      }
    }

    private void route(PictureEdge edge) {
      List<String> route = new ArrayList<>(List.of(edge.from()));
      for (int layer = layers.get(edge.from()) + 1; layer < layers.get(edge.to()); layer++) {
        String place = "\u0000" + routes.size() + "/" + layer;
        columns.get(layer).add(place);
        route.add(place);
      }
      route.add(edge.to());
      for (int i = 1; i < route.size(); i++) {
        left.computeIfAbsent(route.get(i), id -> new ArrayList<>()).add(route.get(i - 1));
        right.computeIfAbsent(route.get(i - 1), id -> new ArrayList<>()).add(route.get(i));
      }
      routes.add(route);
    }

    private void sweep(boolean forwards) {
      Map<String, Double> heights = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        List<String> column = columns.get(forwards ? i : columns.size() - 1 - i);
        Map<String, Double> means = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
          means.put(column.get(row), mean(column.get(row), forwards ? left : right, heights, row));
        }
        column.sort(Comparator.comparing(means::get));
        for (int row = 0; row < column.size(); row++) {
          heights.put(column.get(row), row - (column.size() - 1) / 2.0);
        }
      }
    }

    private static double mean(
        String id, Map<String, List<String>> beside, Map<String, Double> heights, int row) {
      return beside.getOrDefault(id, List.of()).stream()
          .filter(heights::containsKey)
          .mapToDouble(heights::get)
          .average()
          .orElse(row);
    }
  }
}
