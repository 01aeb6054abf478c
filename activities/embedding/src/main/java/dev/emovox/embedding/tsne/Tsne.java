package dev.emovox.embedding.tsne;

import dev.emovox.embedding.Distances;
import dev.emovox.embedding.Neighbours;
import dev.emovox.embedding.PrincipalComponents;
import dev.emovox.embedding.StandardisedTable;

/**
 * Draws a map of a table by t-SNE.
 *
 * <p>The start is the first two principal components, so that the large-scale order of the map
 * means something (Kobak and Berens 2019) and chance has no part in it; the seed decides a jitter
 * of a thousandth of their size. The learning rate is a twelfth of the number of points but 50 at
 * least, divided by the gradient's factor of four (Belkina and others 2019).
 *
 * <p>Up to 500 points everything is exact; beyond, affinities are of three times the perplexity
 * nearest neighbours, and repulsion is by Barnes and Hut's tree with theta 0.5.
 */
public final class Tsne {
  private static final int MOST_EXACT = 500;
  private static final double THETA = 0.5;
  private static final double START_DEVIATION = 1e-4;
  private static final double JITTER = 1e-3;

  private final TsneSettings settings;
  private final TsneProgress progress;

  /** t-SNE of the given settings. */
  public Tsne(TsneSettings settings, TsneProgress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The map: two coordinates a row. They have no unit; only who is near whom means something.
   *
   * @throws dev.emovox.domain.InvalidInputException if there are too few rows for the perplexity
   */
  public double[][] embed(StandardisedTable table) {
    double[][] rows = table.rows();
    settings.requireFor(rows.length);
    boolean exact = rows.length <= MOST_EXACT;
    int count = exact ? rows.length - 1 : settings.neighbours();
    Neighbours neighbours = Neighbours.of(new Distances(rows), count);
    Affinities affinities = Affinities.of(neighbours, settings.perplexity());
    Descent descent = new Descent(affinities, exact ? 0 : THETA, start(table));
    for (int done = 0; done < settings.iterations(); ) {
      descent.step(done++);
      progress.advanced(done, settings.iterations());
    }
    return descent.centred();
  }

  private double[][] start(StandardisedTable table) {
    double[][] components = PrincipalComponents.of(table, 2).coordinates();
    double squares = 0;
    for (double[] point : components) {
      squares += point[0] * point[0];
    }
    double scale = START_DEVIATION / Math.sqrt(squares / components.length);
    double[][] start = new double[2][components.length];
    for (int i = 0; i < components.length; i++) {
      for (int k = 0; k < start.length; k++) {
        double value = k < components[i].length ? components[i][k] * scale : 0;
        start[k][i] = value + START_DEVIATION * JITTER * Jitter.of(settings.seed(), 2L * i + k);
      }
    }
    return start;
  }
}
