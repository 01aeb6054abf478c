package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {
  private static final LabelSet TWO = new LabelSet(List.of("low", "high"));

  private static ClassificationTree grow(double[][] rows, int[] labels, long seed) {
    TrainingTable table = new TrainingTable(List.of(), rows, labels, TWO);
    return TreeGrower.grow(new RankedFeatures(rows), table, 1, new Random(seed));
  }

  @Test
  void theThresholdLiesInTheMiddleBetweenTheClasses() {
    double[][] rows = new double[40][];
    int[] labels = new int[40];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2;
      rows[i] = new double[] {i % 2 == 0 ? -1 : 2};
    }

    ClassificationTree tree = grow(rows, labels, 1);

    assertThat(tree.nodes()).isEqualTo(3);
    assertThat(tree.threshold(0)).isEqualTo(0.5);
    assertThat(tree.clips(1)[0]).isZero();
    assertThat(tree.clips(2)[0]).isEqualTo(1);
  }

  @Test
  void leavesArePureAndHoldAllThatWasDrawn() {
    TrainingTable table = Clusters.table(3000, 9, 2);
    ClassificationTree tree =
        TreeGrower.grow(new RankedFeatures(table.features()), table, 1, new Random(3));

    int clips = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      if (tree.feature(node) == ClassificationTree.LEAF) {
        assertThat(tree.clips(node)).hasSize(2);
        clips += tree.clips(node)[1];
      }
    }
    assertThat(clips).isEqualTo(3000);
  }

  @Test
  void clipsThatNoFeatureTellsApartShareALeaf() {
    double[][] rows = {{1, 0.0}, {1, -0.0}, {1, 0.0}, {1, 0.0}, {1, -0.0}, {1, 0.0}};
    ClassificationTree tree = grow(rows, new int[] {0, 1, 0, 1, 0, 1}, 5);
    assertThat(tree.nodes()).isEqualTo(1);
  }

  @Test
  void neighbouringNumbersAreToldApart() {
    double next = Math.nextUp(1.0);
    double[][] rows = {{1}, {next}, {1}, {next}, {1}, {next}, {1}, {next}};
    ClassificationTree tree = grow(rows, new int[] {0, 1, 0, 1, 0, 1, 0, 1}, 7);
    assertThat(tree.nodes()).isEqualTo(3);
    assertThat(tree.threshold(0)).isEqualTo(1);
  }
}
