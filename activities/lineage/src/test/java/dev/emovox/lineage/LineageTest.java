package dev.emovox.lineage;

import static dev.emovox.lineage.testing.CraftedClips.clip;
import static dev.emovox.lineage.testing.CraftedRun.digest;
import static dev.emovox.lineage.testing.CraftedRun.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPart;
import dev.emovox.lineage.graph.Direction;
import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.lineage.testing.CraftedRun;
import dev.emovox.lineage.testing.FakeSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
  private static final String MANIFEST = id("ingestion", "manifest");
  private static final String SPLIT = id("split random", "split");
  private static final String MODEL = id("fit forest on random", "model");
  private static final String REPORT = id("evaluate forest on random", "report");
  private static final Digest PACKAGE = digest("package forest on random", "package");

  private final FakeSource source = new FakeSource();

  @BeforeEach
  void oneRun() {
    source
        .run(CraftedRun.ofForest("first").ended())
        .version("3", PACKAGE, "champion")
        .table(
            digest("ingestion", "manifest"),
            ManifestRow.class,
            List.of(clip("tess/a"), clip("tess/b"), clip("ravdess/c")))
        .table(
            digest("ingestion", "rejects"),
            Reject.class,
            List.of(new Reject("TESS/broken.wav", "tess", "truncated", "its end is missing")))
        .table(
            digest("split random", "split"),
            SplitRow.class,
            List.of(
                new SplitRow("tess/a", SplitPart.TRAIN),
                new SplitRow("tess/b", SplitPart.VALIDATION),
                new SplitRow("ravdess/c", SplitPart.TEST)));
  }

  private LineageGraph all(String id) {
    return new Lineage(source, PredictionTraces.none(), "emovox").trace(LineageQuestion.all(id));
  }

  private static List<String> ids(LineageGraph graph) {
    return graph.nodes().stream().map(LineageNode::id).toList();
  }

  @Test
  void aVersionGoesBackToTheClipsOfEveryPart() {
    LineageGraph graph = all("3");

    assertThat(graph.subject()).isEqualTo("emovox/3");
    assertThat(ids(graph)).contains(PACKAGE.toString(), MODEL, REPORT, SPLIT, MANIFEST, "first");
    assertThat(graph.edges())
        .contains(
            new LineageEdge(MANIFEST, SPLIT, "clips"),
            new LineageEdge(SPLIT, MODEL, "parts"),
            new LineageEdge(MODEL, REPORT, "model"),
            new LineageEdge(PACKAGE.toString(), "emovox/3", "registered"),
            new LineageEdge("first", MODEL, "made"),
            new LineageEdge("clips:tess/train@" + SPLIT, SPLIT, "train"),
            new LineageEdge("clips:ravdess/test@" + SPLIT, SPLIT, "test"));
    assertThat(graph.node("corpus:tess@" + MANIFEST).facts()).containsEntry("clips", "2");
    assertThat(graph.notices()).isEmpty();
  }

  @Test
  void aFullNumberABareNumberAndThePackageMeanTheSame() {
    assertThat(ids(all("emovox/3"))).isEqualTo(ids(all("3")));
    assertThat(ids(all(PACKAGE.toString()))).containsExactlyInAnyOrderElementsOf(ids(all("3")));
  }

  @Test
  void aTrainingClipLeadsToTheModelsThatLearntFromIt() {
    LineageGraph graph = all("TESS/A.wav");

    assertThat(graph.node(graph.subject()).kind()).isEqualTo(NodeKind.CLIP);
    assertThat(graph.edges())
        .contains(
            new LineageEdge(graph.subject(), SPLIT, "train"),
            new LineageEdge(graph.subject(), MODEL, "train"));
    assertThat(ids(graph)).contains("emovox/3", MANIFEST);
  }

  @Test
  void aTestClipLeadsToTheTestsAndNotToTheModelsItself() {
    LineageGraph graph = all(Digest.of("ravdess/c").toString());

    assertThat(graph.edges())
        .contains(new LineageEdge(graph.subject(), REPORT, "test"))
        .doesNotContain(new LineageEdge(graph.subject(), MODEL, "test"));
    assertThat(ids(graph)).doesNotContain(MODEL).contains("emovox/3");
  }

  @Test
  void aFileThatWasTurnedAwayTellsWhy() {
    LineageGraph graph = all("TESS/broken.wav");

    assertThat(graph.node(graph.subject()).facts()).containsEntry("rejected", "truncated");
    assertThat(graph.edges())
        .containsExactly(new LineageEdge(graph.subject(), MANIFEST, "rejected"));
  }

  @Test
  void theBeginningOfADigestIsEnough() {
    assertThat(all(MODEL.substring(0, 20)).subject()).isEqualTo(MODEL);
    String clip = Digest.of("tess/b").toString();
    assertThat(all(clip.substring(0, 25)).subject()).isEqualTo(clip);
  }

  @Test
  void bytesWithoutANodeLeadToWhatTheyBelongTo() {
    assertThat(all(id("evaluate forest on random", "predictions")).subject()).isEqualTo(REPORT);
    assertThat(all(id("package forest on random", "package/model.bin")).subject())
        .isEqualTo(PACKAGE.toString());
  }

  @Test
  void aRunShowsItsStagesAndNothingOfOtherRuns() {
    source.run(
        new CraftedRun("second")
            .cached()
            .stage("ingestion", "manifest", "rejects", "counts")
            .stage("split random", "split")
            .ended());

    LineageGraph graph = all("second");

    assertThat(ids(graph))
        .contains("stage:second/ingestion", "stage:second/split random", MANIFEST, SPLIT)
        .contains("corpus:tess@" + MANIFEST, "clips:tess/train@" + SPLIT)
        .doesNotContain(MODEL, "emovox/3", "first");
    assertThat(graph.edges())
        .contains(new LineageEdge(MANIFEST, "stage:second/split random", "clips"))
        .doesNotContain(new LineageEdge(MANIFEST, "second", "found"));
  }

  @Test
  void whatOneRunMadeAndAnotherFoundNamesBoth() {
    source.run(new CraftedRun("second").cached().stage("ingestion", "manifest", "rejects").ended());

    assertThat(all(MANIFEST).edges())
        .contains(
            new LineageEdge("first", MANIFEST, "made"),
            new LineageEdge(MANIFEST, "second", "found"));
  }

  @Test
  void aRunThatFailedIsKnownAsFarAsItCame() {
    source.run(
        new CraftedRun("failed")
            .stage("ingestion", "manifest", "rejects")
            .failed("split random")
            .ended());

    LineageGraph graph = all("failed");

    assertThat(graph.node("failed").facts())
        .containsEntry("state", "failed")
        .containsEntry("error", "The disk is full.");
    assertThat(graph.node("stage:failed/split random").facts()).containsEntry("state", "failed");
  }

  @Test
  void aRunThatGoesOnIsKnownByItsPlan() {
    source.run(new CraftedRun("going").going());

    assertThat(all("going").nodes())
        .singleElement()
        .satisfies(run -> assertThat(run.facts()).containsEntry("state", "not ended"));
  }

  @Test
  void aVersionWithoutARecordIsToldByItsPackage() {
    Digest foreign = Digest.of("foreign");
    source
        .version("4", foreign)
        .packageIndex(
            foreign,
            """
            {"provenance": {"manifest": "%s", "split": "%s", "features": 7, "evaluation": "sha256:x"}}
            """
                .formatted(MANIFEST, Digest.of("lost split")));

    LineageGraph graph = all("4");

    assertThat(graph.edges())
        .contains(
            new LineageEdge(MANIFEST, foreign.toString(), "manifest"),
            new LineageEdge(Digest.of("lost split").toString(), foreign.toString(), "split"));
    assertThat(graph.node(foreign.toString()).facts().get("note")).contains("package says");
  }

  @Test
  void aPackageThatIsGoneOrNoJsonIsSaid() {
    source.version("5", Digest.of("gone")).version("6", Digest.of("odd"));
    source.packageIndex(Digest.of("odd"), "{\"provenance\":");

    assertThat(all("5").node(Digest.of("gone").toString()).facts().get("note")).contains("neither");
    assertThat(ids(all("6"))).containsExactly(Digest.of("odd").toString(), "emovox/6");
  }

  @Test
  void aLedgerThatCantBeReliedOnIsNoticedAndTheRestTold() {
    source.ledgerBreaks("The chain is broken.");

    assertThat(all("3").notices()).singleElement().asString().contains("The chain is broken.");
  }

  @Test
  void aTableThatIsGoneIsNoticedAndTheRestTold() {
    FakeSource bare =
        new FakeSource().run(CraftedRun.ofForest("first").ended()).version("3", PACKAGE);

    LineageGraph graph =
        new Lineage(bare, PredictionTraces.none(), "emovox").trace(LineageQuestion.all("3"));

    assertThat(graph.notices()).singleElement().asString().contains("is gone");
    assertThat(ids(graph)).contains(MANIFEST);
  }

  @Test
  void directionsAndDepthBound() {
    Lineage lineage = new Lineage(source, PredictionTraces.none(), "emovox");

    LineageGraph down = lineage.trace(new LineageQuestion(SPLIT, Direction.DOWN, 1));
    LineageGraph up = lineage.trace(new LineageQuestion("3", Direction.UP, 1));

    assertThat(ids(down)).containsExactlyInAnyOrder(SPLIT, MODEL, REPORT, PACKAGE.toString());
    assertThat(ids(up)).containsExactly(PACKAGE.toString(), "emovox/3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "nobody/1",
        "no-such-run",
        "sha256:abcdef0123",
        "../../etc/passwd",
        "sha256:"
      })
  void whatIsNotKnownIsSaid(String id) {
    assertThatThrownBy(() -> all(id))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'" + id + "'");
  }

  @Test
  void aPredictionIsNotTracedYet() {
    assertThatThrownBy(() -> all("0f8fad5b-d9cb-469f-a165-70867728950e"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("predictions are not traced yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void nothingIsNoQuestion(String id) {
    assertThatThrownBy(() -> LineageQuestion.all(id)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new LineageQuestion("3", Direction.UP, 0))
        .isInstanceOf(InvalidInputException.class);
  }
}
