package dev.emovox.embedding.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.embedding.Blobs;
import dev.emovox.embedding.MapQuality;
import dev.emovox.embedding.StandardisedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class TsneTest {
  private static final TsneSettings SHORT = new TsneSettings(15, 300, 1);

  private static double[][] embed(double[][] rows, TsneSettings settings) {
    return new Tsne(settings, TsneProgress.none()).embed(StandardisedTable.of(rows));
  }

  private static void assertApart(int points) {
    Blobs blobs = Blobs.of(points, 5, 10);
    double[][] map = embed(blobs.rows(), new TsneSettings(15, 500, 1));

    assertThat(MapQuality.nearestNeighbourAgreement(map, blobs.classes())).isEqualTo(1);
    assertThat(MapQuality.trustworthiness(StandardisedTable.of(blobs.rows()).rows(), map, 12))
        .isGreaterThan(0.95);
  }

  @Test
  void blobsAreApartExactly() {
    assertApart(200);
  }

  @Test
  void blobsAreApartByTheTree() {
    assertApart(700);
  }

  @Test
  void theMapIsTheSameWithAnyNumberOfThreads() throws Exception {
    double[][] rows = Blobs.of(600, 3, 6).rows();
    double[][] map = embed(rows, SHORT);

    for (int threads : List.of(1, 3)) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        assertThat(pool.submit(() -> embed(rows, SHORT)).get()).isDeepEqualTo(map);
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void theSeedDecides() {
    double[][] rows = Blobs.of(60, 3, 6).rows();
    double[][] map = embed(rows, SHORT);

    assertThat(embed(rows, SHORT)).isDeepEqualTo(map);
    assertThat(Arrays.deepEquals(embed(rows, new TsneSettings(15, 300, 2)), map)).isFalse();
  }

  @Test
  void equalClipsAreNoHindrance() {
    double[][] rows = new double[600][3];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i % 2;
    }
    double[][] map = embed(rows, SHORT);

    assertThat(Arrays.stream(map).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite))
        .isTrue();
  }

  @Test
  void theFewestPointsMakeAMap() {
    double[][] rows = {{0, 0}, {1, 0}, {0, 1}, {5, 5}};

    assertThat(embed(rows, TsneSettings.standard(4, 1))).hasDimensions(4, 2);
  }

  @Test
  void tooFewPointsForThePerplexityAreToldOf() {
    double[][] rows = Blobs.of(60, 3, 6).rows();

    assertThatThrownBy(() -> embed(rows, new TsneSettings(30, 300, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs more than 90 clips, and there are 60")
        .hasMessageContaining("at most 19");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    for (double perplexity : List.of(0.5, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> new TsneSettings(perplexity, 1000, 1))
          .isInstanceOf(InvalidInputException.class);
    }
    for (int iterations : List.of(0, 249, 100_001)) {
      assertThatThrownBy(() -> new TsneSettings(30, iterations, 1))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("between 250 and 100000");
    }
  }

  @Test
  void progressIsToldAndMayEndIt() {
    double[][] rows = Blobs.of(60, 3, 6).rows();
    List<Integer> told = new ArrayList<>();
    TsneProgress progress =
        (done, total) -> {
          told.add(done);
          if (done == 5) {
            throw new CancellationException();
          }
        };
    Tsne tsne = new Tsne(SHORT, progress);
    StandardisedTable table = StandardisedTable.of(rows);

    assertThatThrownBy(() -> tsne.embed(table)).isInstanceOf(CancellationException.class);
    assertThat(told).containsExactly(1, 2, 3, 4, 5);
  }
}
