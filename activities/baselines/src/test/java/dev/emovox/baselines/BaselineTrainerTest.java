package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.BaselineSettings.LogisticRegression;
import dev.emovox.domain.BaselineSettings.RandomForest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineTrainerTest {
  private static final LogisticRegression REGRESSION = new LogisticRegression("lr", 1.0, 1000);
  private static final RandomForest FOREST = new RandomForest("rf", 30, 1);

  private final BaselineTrainer trainer = new BaselineTrainer();
  private final BaselineModelFormat format = new BaselineModelFormat();

  static Stream<BaselineSettings> both() {
    return Stream.of(REGRESSION, FOREST);
  }

  @ParameterizedTest
  @MethodSource("both")
  void learnsWhatCanBeLearnt(BaselineSettings settings) {
    BaselineModel model = trainer.fit(settings, Clusters.table(800, 12, 1), 42);
    assertThat(Clusters.accuracy(model, Clusters.table(400, 12, 2))).isGreaterThan(0.8);
    assertThat(model.kind()).isEqualTo(settings.kind());
    assertThat(model.labels()).isEqualTo(Clusters.LABELS);
    assertThat(model.featureCount()).isEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("both")
  void probabilitiesAddUpToOneAndAgreeWithLogits(BaselineSettings settings) {
    TrainingTable table = Clusters.table(200, 9, 3);
    BaselineModel model = trainer.fit(settings, table, 42);
    for (double[] row : table.features()) {
      double[] probabilities = model.probabilities(row);
      double[] logits = model.logits(row);
      assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
      assertThat(Softmax.of(logits)).containsExactly(probabilities, within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void sameBytesOnOneAndOnManyThreads(BaselineSettings settings) throws Exception {
    TrainingTable table = Clusters.table(600, 16, 4);
    byte[] alone = fitIn(1, settings, table);
    byte[] together = fitIn(8, settings, table);
    assertThat(together).isEqualTo(alone);
  }

  private byte[] fitIn(int threads, BaselineSettings settings, TrainingTable table)
      throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> format.write(trainer.fit(settings, table, 7))).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theSeedDecidesTheForest() {
    TrainingTable table = Clusters.table(200, 9, 5);
    byte[] first = format.write(trainer.fit(FOREST, table, 1));
    assertThat(format.write(trainer.fit(FOREST, table, 1))).isEqualTo(first);
    assertThat(format.write(trainer.fit(FOREST, table, 2))).isNotEqualTo(first);
  }

  @Test
  void leavesHaveTheAskedNumberOfClips() {
    TrainingTable table = Clusters.table(300, 9, 6);
    RandomForestModel forest =
        (RandomForestModel) trainer.fit(new RandomForest("rf", 10, 7), table, 1);
    for (ClassificationTree tree : forest.trees()) {
      for (int node = 0; node < tree.nodes(); node++) {
        if (tree.feature(node) == ClassificationTree.LEAF) {
          int[] clips = tree.clips(node);
          int all = 0;
          for (int i = 1; i < clips.length; i += 2) {
            all += clips[i];
          }
          assertThat(all).isGreaterThanOrEqualTo(7);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void aFeatureThatNeverVariesDoesNoHarm(BaselineSettings settings) {
    TrainingTable table = Clusters.table(200, 8, 7);
    for (double[] row : table.features()) {
      row[3] = 0.1 + 0.2;
    }
    BaselineModel model = trainer.fit(settings, table, 1);
    assertThat(Clusters.accuracy(model, table)).isGreaterThan(0.7);
  }

  @Test
  void standardisationIsOfTheFittedClips() {
    Standardisation standardisation =
        Standardisation.of(new double[][] {{1, 5}, {3, 5}, {5, 5}, {7, 5}});
    assertThat(standardisation.mean(0)).isEqualTo(4);
    assertThat(standardisation.scale(0)).isCloseTo(Math.sqrt(5), within(1e-15));
    assertThat(standardisation.scale(1)).isEqualTo(1);
    assertThat(standardisation.apply(new double[] {4, 6})).containsExactly(0, 1);
  }

  @ParameterizedTest
  @MethodSource("both")
  void vectorsOfAnotherShapeAreRefused(BaselineSettings settings) {
    BaselineModel model = trainer.fit(settings, Clusters.table(80, 5, 8), 1);
    for (double[] wrong :
        List.of(
            new double[0],
            new double[4],
            new double[6],
            new double[] {0, 0, Double.NaN, 0, 0},
            new double[] {0, 0, 0, Double.POSITIVE_INFINITY, 0})) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.probabilities(wrong));
      assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> model.logits(wrong));
    }
  }

  private void refused(TrainingTable table, String reason) {
    both()
        .forEach(
            settings ->
                assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> trainer.fit(settings, table, 1))
                    .withMessageContaining(reason));
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      TrainingTable table = Clusters.table(40, 3, 9);
      table.features()[17][2] = bad;
      refused(table, "feature_2 of row 17");
    }
    TrainingTable huge = Clusters.table(40, 3, 9);
    huge.features()[0][1] = Double.MAX_VALUE;
    huge.features()[1][1] = -Double.MAX_VALUE;
    refused(huge, "too large");
  }

  @Test
  void tablesWithoutWhatCanBeLearntAreRefused() {
    TrainingTable table = Clusters.table(40, 3, 10);
    refused(
        new TrainingTable(
            table.featureNames(), table.features(), new int[40], new LabelSet(List.of("only"))),
        "two classes");
    refused(
        new TrainingTable(
            table.featureNames(),
            table.features(),
            table.labels(),
            new LabelSet(List.of("angry", "calm", "happy", "sad", "bored"))),
        "'bored' has no clip");
    refused(
        new TrainingTable(
            table.featureNames(), new double[3][3], new int[] {0, 1, 2}, Clusters.LABELS),
        "fewer than 4 classes");
    refused(
        new TrainingTable(table.featureNames(), new double[0][], new int[0], Clusters.LABELS),
        "fewer than 4 classes");
    refused(
        new TrainingTable(List.of(), new double[40][0], table.labels(), Clusters.LABELS),
        "no features");
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    TrainingTable table = Clusters.table(40, 3, 11);
    refused(
        new TrainingTable(table.featureNames(), table.features(), new int[39], Clusters.LABELS),
        "39 labels");
    table.features()[5] = new double[2];
    refused(table, "row 5 has 2 values");
    TrainingTable outside = Clusters.table(40, 3, 11);
    outside.labels()[6] = 4;
    refused(outside, "label of row 6 is 4");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    for (BaselineSettings settings :
        List.of(
            new LogisticRegression("lr", -1, 10),
            new LogisticRegression("lr", Double.NaN, 10),
            new LogisticRegression("lr", 1, 0),
            new RandomForest("rf", 0, 1),
            new RandomForest("rf", 1_000_000, 1),
            new RandomForest("rf", 10, 0))) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> trainer.fit(settings, Clusters.table(40, 3, 12), 1))
          .withMessageContaining("'" + settings.name() + "'");
    }
  }

  @Test
  void noPenaltyOnSeparableClassesEnds() {
    TrainingTable table =
        new TrainingTable(
            List.of("x"),
            new double[][] {{-2}, {-1}, {1}, {2}},
            new int[] {0, 0, 1, 1},
            new LabelSet(List.of("low", "high")));
    BaselineModel model = trainer.fit(new LogisticRegression("lr", 0, 500), table, 1);
    assertThat(model.probabilities(new double[] {1})[1]).isGreaterThan(0.99);
  }
}
