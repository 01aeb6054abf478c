package dev.emovox.embedding;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How true a map of few dimensions is to the table that it was made of. */
public final class MapQuality {
  /** Neighbours that trustworthiness looks at, where there are enough points. */
  public static final int NEIGHBOURS = 12;

  private MapQuality() {}

  /**
   * Trustworthiness (Venna and Kaski 2001): 1 if the {@code neighbours} nearest of each point on
   * the map are also its nearest in the table, less by the ranks of those that are not.
   *
   * @param neighbours less than half the number of points
   */
  public static double trustworthiness(double[][] table, double[][] map, int neighbours) {
    int size = table.length;
    Distances distances = new Distances(table);
    Neighbours onMap = Neighbours.of(new Distances(map), neighbours);
    long[] penalties = new long[size];
    ParallelParts.run(
        size,
        (from, to) -> {
          double[] squares = new double[size];
          for (int i = from; i < to; i++) {
            distances.from(i, squares);
            penalties[i] = penalty(i, onMap.indices()[i], squares);
          }
        });
    double penalty = LongStream.of(penalties).sum();
    double worst = size * (double) neighbours * (2.0 * size - 3 * neighbours - 1);
    return 1 - 2 * penalty / worst;
  }

  /** How far beyond the nearest those are that the map shows as nearest. */
  private static long penalty(int point, int[] shown, double[] squares) {
    long penalty = 0;
    for (int neighbour : shown) {
      int rank = 1;
      for (int j = 0; j < squares.length; j++) {
        boolean closer =
            squares[j] < squares[neighbour] || (squares[j] == squares[neighbour] && j < neighbour);
        rank += closer && j != point ? 1 : 0;
      }
      penalty += Math.max(0, rank - shown.length);
    }
    return penalty;
  }

  /** The share of points whose nearest point is of the same class. */
  public static double nearestNeighbourAgreement(double[][] points, List<String> classes) {
    Neighbours nearest = Neighbours.of(new Distances(points), 1);
    long agreeing =
        IntStream.range(0, points.length)
            .filter(i -> classes.get(i).equals(classes.get(nearest.indices()[i][0])))
            .count();
    return agreeing / (double) points.length;
  }
}
