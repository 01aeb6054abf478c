package dev.emovox.embedding;

/**
 * Collects the smallest of numbered values that are offered one after the other, by a heap whose
 * top is the largest of them. Of equal values, the earlier offered stay.
 */
final class Nearest {
  private final int[] indices;
  private final double[] squares;
  private int size;

  Nearest(int count) {
    indices = new int[count];
    squares = new double[count];
  }

  void offer(int index, double square) {
    if (size < indices.length) {
      rise(size++, index, square);
    } else if (square < squares[0]) {
      sink(size, index, square);
    }
  }

  private void rise(int start, int index, double square) {
    int at = start;
    while (at > 0 && isFarther(index, square, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    put(at, index, square);
  }

  /** Puts an entry in the place of the top of a heap of so many. */
  private void sink(int heap, int index, double square) {
    int at = 0;
    while (2 * at + 1 < heap) {
      int child = 2 * at + 1;
      if (child + 1 < heap && isFarther(indices[child + 1], squares[child + 1], child)) {
        child++;
      }
      if (isFarther(index, square, child)) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(at, index, square);
  }

  private boolean isFarther(int index, double square, int entry) {
    return square > squares[entry] || (square == squares[entry] && index > indices[entry]);
  }

  private void move(int from, int to) {
    put(to, indices[from], squares[from]);
  }

  private void put(int at, int index, double square) {
    indices[at] = index;
    squares[at] = square;
  }

  /** The numbers from the smallest value; the heap is used up by sorting it. */
  int[] indices() {
    for (int end = size - 1; end > 0; end--) {
      int index = indices[end];
      double square = squares[end];
      move(0, end);
      sink(end, index, square);
    }
    return indices;
  }

  /** The values in the order of {@link #indices()}, which is called before. */
  double[] squares() {
    return squares;
  }
}
