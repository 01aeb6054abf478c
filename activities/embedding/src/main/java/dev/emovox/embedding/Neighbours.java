package dev.emovox.embedding;

/**
 * The nearest rows of each row of a table, by comparing all pairs; of equally distant ones, those
 * with the smaller number.
 *
 * @param indices one row a row of the table: its neighbours from the nearest
 * @param squares their squared distances
 */
@SuppressWarnings("ArrayRecordComponent")
public record Neighbours(int[][] indices, double[][] squares) {

  /**
   * The {@code count} nearest rows of each row.
   *
   * @param count less than the number of rows
   */
  public static Neighbours of(Distances distances, int count) {
    int size = distances.size();
    int[][] indices = new int[size][];
    double[][] squares = new double[size][];
    ParallelParts.run(
        size,
        (from, to) -> {
          double[] all = new double[size];
          for (int i = from; i < to; i++) {
            Nearest nearest = nearest(distances, i, new Nearest(count), all);
            indices[i] = nearest.indices();
            squares[i] = nearest.squares();
          }
        });
    return new Neighbours(indices, squares);
  }

  private static Nearest nearest(Distances distances, int row, Nearest nearest, double[] all) {
    distances.from(row, all);
    for (int j = 0; j < all.length; j++) {
      if (j != row) {
        nearest.offer(j, all[j]);
      }
    }
    return nearest;
  }
}
