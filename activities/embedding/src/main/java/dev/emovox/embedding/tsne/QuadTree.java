package dev.emovox.embedding.tsne;

import java.util.Arrays;

/**
 * Points of a plane in squares within squares, each of which knows how many points it holds and
 * their centre of mass, after Barnes and Hut (Nature 324, 1986). Used again for other places of the
 * points; forces may be asked for by several threads between two builds.
 */
final class QuadTree {
  private static final int CHILDREN = 4;

  /** Points that are closer than this many halvings can tell share a square. */
  private static final int DEEPEST = 50;

  private int[] firstChild = new int[64];
  private int[] counts = new int[64];
  private double[] sumX = new double[64];
  private double[] sumY = new double[64];
  private double[] widths = new double[64];
  private int nodes;

  /** The repulsion of all points on one: its sums before they are divided by the whole mass. */
  static final class Force {
    double x;
    double y;
    double mass;
  }

  /** Sorts points in. */
  void build(double[] x, double[] y) {
    double lowX = Arrays.stream(x).min().orElseThrow();
    double lowY = Arrays.stream(y).min().orElseThrow();
    double width = Arrays.stream(x).max().orElseThrow() - lowX;
    width = Math.max(width, Arrays.stream(y).max().orElseThrow() - lowY);
    nodes = 0;
    int root = addNode(Math.max(width * (1 + 1e-9), Double.MIN_NORMAL));
    for (int i = 0; i < x.length; i++) {
      insert(root, new Corner(lowX, lowY), x[i], y[i]);
    }
    for (int node = 0; node < nodes; node++) {
      if (counts[node] > 0) {
        sumX[node] /= counts[node];
        sumY[node] /= counts[node];
      }
    }
  }

  /** The lower left corner of a square. */
  private record Corner(double x, double y) {}

  private int addNode(double width) {
    if (nodes == counts.length) {
      firstChild = Arrays.copyOf(firstChild, 2 * nodes);
      counts = Arrays.copyOf(counts, 2 * nodes);
      sumX = Arrays.copyOf(sumX, 2 * nodes);
      sumY = Arrays.copyOf(sumY, 2 * nodes);
      widths = Arrays.copyOf(widths, 2 * nodes);
    }
    firstChild[nodes] = 0;
    counts[nodes] = 0;
    sumX[nodes] = 0;
    sumY[nodes] = 0;
    widths[nodes] = width;
    return nodes++;
  }

  private void insert(int root, Corner corner, double x, double y) {
    int node = root;
    double left = corner.x();
    double low = corner.y();
    for (int depth = 0; ; depth++) {
      if (firstChild[node] == 0 && counts[node] > 0 && depth < DEEPEST) {
        split(node, left, low);
      }
      counts[node]++;
      sumX[node] += x;
      sumY[node] += y;
      if (firstChild[node] == 0) {
        return;
      }
      double half = widths[node] / 2;
      boolean right = x >= left + half;
      boolean upper = y >= low + half;
      left += right ? half : 0;
      low += upper ? half : 0;
      node = firstChild[node] + (right ? 1 : 0) + (upper ? 2 : 0);
    }
  }

  /** Moves the one point of a square to one of four within it. */
  private void split(int node, double left, double low) {
    double half = widths[node] / 2;
    int first = nodes;
    for (int i = 0; i < CHILDREN; i++) {
      addNode(half);
    }
    firstChild[node] = first;
    int child = first + (sumX[node] >= left + half ? 1 : 0) + (sumY[node] >= low + half ? 2 : 0);
    counts[child] = 1;
    sumX[child] = sumX[node];
    sumY[child] = sumY[node];
  }

  /**
   * Adds up the repulsion on the point at a place.
   *
   * @param theta squares whose width is less than this share of their distance count as one point;
   *     zero for the exact sum
   * @param stack for {@link #stackSize()} numbers
   */
  void repel(double x, double y, double theta, int[] stack, Force force) {
    force.x = 0;
    force.y = 0;
    // The point itself is in the tree.
    force.mass = -1;
    double ratio = theta * theta;
    int size = 0;
    stack[size++] = 0;
    while (size > 0) {
      int node = stack[--size];
      double distanceX = x - sumX[node];
      double distanceY = y - sumY[node];
      double square = distanceX * distanceX + distanceY * distanceY;
      int child = firstChild[node];
      if (child == 0 || widths[node] * widths[node] < ratio * square) {
        double nearness = 1 / (1 + square);
        double mass = counts[node] * nearness;
        force.mass += mass;
        force.x += mass * nearness * distanceX;
        force.y += mass * nearness * distanceY;
      } else {
        for (int i = 0; i < CHILDREN; i++) {
          stack[size] = child + i;
          size += counts[child + i] > 0 ? 1 : 0;
        }
      }
    }
  }

  /** Most squares that wait while forces are added up. */
  static int stackSize() {
    return CHILDREN * (DEEPEST + 2);
  }
}
