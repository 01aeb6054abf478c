package dev.emovox.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void theNearestAreThoseOfAWholeSort() {
    double[][] rows = Blobs.of(120, 4, 3).rows();
    // Equal points, so that ties are seen.
    rows[50] = rows[10].clone();
    rows[60] = rows[10].clone();
    Distances distances = new Distances(rows);
    Neighbours neighbours = Neighbours.of(distances, 17);

    for (int i = 0; i < rows.length; i++) {
      int point = i;
      double[] squares = new double[rows.length];
      distances.from(i, squares);
      List<Integer> sorted =
          IntStream.range(0, rows.length)
              .filter(j -> j != point)
              .boxed()
              .sorted(Comparator.comparing((Integer j) -> squares[j]).thenComparing(j -> j))
              .limit(17)
              .toList();
      assertThat(IntStream.of(neighbours.indices()[i]).boxed().toList()).isEqualTo(sorted);
      assertThat(neighbours.squares()[i]).isSorted();
    }
  }

  @Test
  void agreementIsTheShareOfEqualNearest() {
    double[][] line = {{0}, {1}, {3}, {4.5}, {4.6}};

    assertThat(MapQuality.nearestNeighbourAgreement(line, List.of("a", "a", "b", "b", "a")))
        .isEqualTo(0.6);
  }

  @Test
  void aMapThatIsTheTableIsTrustworthy() {
    double[][] rows = Blobs.of(60, 3, 2).rows();

    assertThat(MapQuality.trustworthiness(rows, rows, 12)).isEqualTo(1);
  }
}
