package dev.emovox.lineage;

import static dev.emovox.lineage.testing.CraftedRun.digest;
import static dev.emovox.lineage.testing.CraftedRun.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.lineage.testing.CraftedClips;
import dev.emovox.lineage.testing.CraftedDecisions;
import dev.emovox.lineage.testing.CraftedRun;
import dev.emovox.lineage.testing.FakeSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A network of two stages, and a forest that learnt from copies, of the same clips and the same
 * split; both are registered, and each was served for a while.
 */
class NetworkLineageTest {
  private static final String MANIFEST = id("ingestion", "manifest");
  private static final String SPLIT = id("split random", "split");
  private static final String TRAINING_CLIPS = id("prepare xlsr on random", "training-clips");
  private static final String START = id("prepare xlsr on random", "checkpoint");
  private static final String FIRST = id("train first of xlsr on random", "weights");
  private static final String SECOND = id("train second of xlsr on random", "weights");
  private static final String TEST = id("evaluate xlsr on random", "report");
  private static final Digest NETWORK = digest("package xlsr on random", "package");

  private static final String COPIES = id("augment noisy on random", "augmented-set");
  private static final String OF_COPIES = id("features paper of noisy on random", "features");
  private static final String FOREST = id("fit forest on random", "model");
  private static final String FOREST_TEST = id("evaluate forest on random", "report");
  private static final Digest FOREST_PACKAGE = digest("package forest on random", "package");

  private final FakeSource source = new FakeSource();

  @BeforeEach
  void twoRunsAndTwoVersions() {
    source
        .run(CraftedRun.ofForestWithCopies("forest").ended())
        .run(CraftedRun.ofNetwork("network").ended())
        .version("1", FOREST_PACKAGE, "champion")
        .version("2", NETWORK);
    CraftedClips.addTo(source);
    new CraftedDecisions()
        .decide(EntryKind.PROMOTION, "1", FOREST_PACKAGE)
        .decide(EntryKind.PROMOTION, "2", NETWORK)
        .decide(EntryKind.ROLLBACK, "1", FOREST_PACKAGE)
        .entries()
        .forEach(source::decision);
  }

  private LineageGraph trace(String id, Direction direction) {
    return new Lineage(source, PredictionTraces.none(), "emovox")
        .trace(new LineageQuestion(id, direction, LineageQuestion.WHOLE));
  }

  private static List<String> ids(LineageGraph graph) {
    return graph.nodes().stream().map(LineageNode::id).toList();
  }

  private static List<String> ids(LineageGraph graph, NodeKind kind) {
    return graph.nodes().stream().filter(node -> node.kind() == kind).map(LineageNode::id).toList();
  }

  @Test
  void aNetworksVersionGoesBackThroughItsStagesToTheClips() {
    LineageGraph graph = trace("2", Direction.UP);

    assertThat(graph.notices()).isEmpty();
    assertThat(graph.edges())
        .contains(
            new LineageEdge(NETWORK.toString(), "emovox/2", "registered"),
            new LineageEdge(SECOND, NETWORK.toString(), "weights"),
            new LineageEdge(FIRST, SECOND, "weights"),
            new LineageEdge(START, FIRST, "starting weights"),
            new LineageEdge(TRAINING_CLIPS, FIRST, "clips"),
            new LineageEdge(TRAINING_CLIPS, SECOND, "clips"),
            new LineageEdge(SPLIT, TRAINING_CLIPS, "parts"),
            new LineageEdge(MANIFEST, TRAINING_CLIPS, "clips"),
            new LineageEdge(TEST, NETWORK.toString(), "evaluation"))
        .doesNotContain(new LineageEdge(FIRST, NETWORK.toString(), "weights"));
    assertThat(graph.node("clips:ravdess/test@" + TRAINING_CLIPS).facts())
        .containsEntry("clips", "1");
  }

  @Test
  void aNetworksVersionHasNothingOfTheForest() {
    assertThat(ids(trace("2", Direction.UP)))
        .doesNotContain(FOREST, COPIES, OF_COPIES, FOREST_PACKAGE.toString(), "emovox/1");
  }

  @Test
  void whatAForestLearntFromCopiesGoesBackToTheSplitThatTheyWereMadeBy() {
    LineageGraph graph = trace("1", Direction.UP);

    assertThat(graph.edges())
        .contains(
            new LineageEdge(MANIFEST, COPIES, "clips"),
            new LineageEdge(SPLIT, COPIES, "parts"),
            new LineageEdge(COPIES, OF_COPIES, "copies"),
            new LineageEdge(COPIES, FOREST, "copies"),
            new LineageEdge(OF_COPIES, FOREST, "features of copies"),
            new LineageEdge(FOREST, FOREST_TEST, "model"))
        .doesNotContain(
            new LineageEdge(COPIES, FOREST_TEST, "copies"),
            new LineageEdge(OF_COPIES, FOREST_TEST, "features of copies"));
    assertThat(ids(graph)).doesNotContain(FIRST, SECOND, NETWORK.toString());
  }

  @Test
  void aTrainingClipLeadsToEveryStageTheCopiesAndBothVersions() {
    LineageGraph graph = trace("TESS/A.wav", Direction.DOWN);

    assertThat(graph.edges())
        .contains(
            new LineageEdge(graph.subject(), FIRST, "train"),
            new LineageEdge(graph.subject(), SECOND, "train"),
            new LineageEdge(graph.subject(), COPIES, "train"),
            new LineageEdge(graph.subject(), FOREST, "train"));
    assertThat(ids(graph)).contains("emovox/1", "emovox/2");
  }

  @Test
  void aTestClipLeadsToTheTestsAndNeitherToWeightsNorToCopies() {
    LineageGraph graph = trace("RAVDESS/C.wav", Direction.DOWN);

    assertThat(graph.edges())
        .contains(
            new LineageEdge(graph.subject(), TEST, "test"),
            new LineageEdge(graph.subject(), FOREST_TEST, "test"));
    assertThat(ids(graph)).doesNotContain(FIRST, SECOND, FOREST, COPIES);
    assertThat(ids(graph)).contains("emovox/1", "emovox/2");
  }

  @Test
  void aClipDrawnForTheNetworksValidationIsToldByTheNetworksOwnTable() {
    LineageGraph graph = trace("TESS/B.wav", Direction.DOWN);

    assertThat(graph.edges())
        .contains(
            new LineageEdge(graph.subject(), SPLIT, "train"),
            new LineageEdge(graph.subject(), TRAINING_CLIPS, "validation"),
            new LineageEdge(graph.subject(), SECOND, "validation"),
            new LineageEdge(graph.subject(), COPIES, "train"))
        .doesNotContain(new LineageEdge(graph.subject(), SECOND, "train"));
  }

  @Test
  void everyStageCanBeAskedForAndOnlyTheLastIsPacked() {
    assertThat(ids(trace(FIRST, Direction.DOWN)))
        .contains(SECOND, TEST, NETWORK.toString(), "emovox/2");
    assertThat(ids(trace(SECOND, Direction.UP), NodeKind.CHECKPOINT))
        .containsExactlyInAnyOrder(START, FIRST, SECOND);
    assertThat(trace(id("train first of xlsr on random", "position"), Direction.UP).subject())
        .isEqualTo(FIRST);
  }

  @Test
  void whatWasPromotedAndRolledBackIsToldOfEachVersion() {
    LineageGraph forest = trace("1", Direction.DOWN);
    LineageGraph network = trace("2", Direction.DOWN);

    assertThat(ids(forest, NodeKind.DECISION)).containsExactly("decision:2", "decision:4");
    assertThat(forest.edges())
        .contains(
            new LineageEdge("emovox/1", "decision:2", "promotion"),
            new LineageEdge("emovox/1", "decision:4", "rollback"));
    assertThat(ids(network, NodeKind.DECISION)).containsExactly("decision:3");
    assertThat(forest.node("decision:4").facts())
        .containsEntry("by", "ada")
        .containsEntry("reason", "it is better");
  }

  @Test
  void aClipLeadsToTheDecisionsAboutWhatLearntFromIt() {
    assertThat(ids(trace("TESS/A.wav", Direction.DOWN), NodeKind.DECISION))
        .containsExactly("decision:2", "decision:3", "decision:4");
  }

  @Test
  void aDecisionAboutAVersionThatTheRegistryLostIsToldOfItsPackage() {
    FakeSource poorer = new FakeSource().run(CraftedRun.ofNetwork("network").ended());
    new CraftedDecisions()
        .decide(EntryKind.PROMOTION, "2", NETWORK)
        .entries()
        .forEach(poorer::decision);

    LineageGraph graph =
        new Lineage(poorer, PredictionTraces.none(), "emovox")
            .trace(new LineageQuestion(NETWORK.toString(), Direction.DOWN, 5));

    assertThat(graph.edges())
        .containsExactly(new LineageEdge(NETWORK.toString(), "decision:2", "promotion"));
  }
}
