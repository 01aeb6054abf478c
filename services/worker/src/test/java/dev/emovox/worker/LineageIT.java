package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.lineage.Lineage;
import dev.emovox.lineage.LineageQuestion;
import dev.emovox.lineage.graph.LineageEdge;
import dev.emovox.lineage.graph.LineageGraph;
import dev.emovox.lineage.graph.LineageNode;
import dev.emovox.lineage.graph.NodeKind;
import dev.emovox.lineage.openlineage.EventJson;
import dev.emovox.lineage.openlineage.RunEvents;
import dev.emovox.lineage.page.LineagePage;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.lineage.source.StoredLineage;
import dev.emovox.records.ArtifactReader;
import dev.emovox.records.RunArchive;
import dev.emovox.records.RunRecord;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a run on real servers leaves to be traced, and the events that it tells. */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
class LineageIT {
  private static final int CLIPS_PER_SHARD = 20;

  private final EventServer events = new EventServer();
  private S3Connection connection;
  private Endpoints endpoints;
  private Path data;
  private Lineage lineage;
  private RunStatus run;

  @BeforeAll
  void runOnce(Stack.Running stack, @TempDir Path folder) {
    data = folder.resolve("data");
    SmallExperiment.speech(data);
    endpoints = stack.withBucket("lineage");
    connection = new S3Connection(endpoints.s3());
    lineage = lineage(folder);
    InProcessWorker worker = InProcessWorker.start(endpoints, events.environment());
    try (Runs runs = new Runs(endpoints.temporal())) {
      run = runs.result(runs.start(SmallExperiment.plan("lineage-run", data, CLIPS_PER_SHARD)));
    } finally {
      worker.close();
    }
  }

  private Lineage lineage(Path folder) {
    LedgerFiles files = new LedgerFiles(folder.resolve("ledger"), Map.of(), notice -> {});
    StoredLineage source =
        new StoredLineage(
            new ArtifactStore(connection),
            new RunArchive(connection),
            new ModelRegistry(endpoints.mlflow()),
            new LedgerReader(new S3EntryStore(connection), files.anchor(endpoints.s3().bucket())));
    return new Lineage(source, PredictionTraces.none(), SmallExperiment.MODEL);
  }

  @AfterAll
  void stop() {
    connection.close();
    events.close();
  }

  private LineageGraph trace(String id) {
    return lineage.trace(LineageQuestion.all(id));
  }

  @Test
  void aVersionGoesBackToAllClips() {
    LineageGraph graph = trace(run.registered().version());

    assertThat(graph.notices()).isEmpty();
    assertThat(graph.node(graph.subject()).digest()).contains(run.registered().digest());
    assertThat(sum(graph, NodeKind.CORPUS)).isEqualTo(run.ingestion().clips());
    assertThat(sum(graph, NodeKind.CLIP)).isEqualTo(run.ingestion().clips());
    assertThat(graph.edges()).extracting(LineageEdge::role).contains("train", "test", "registered");
  }

  private static int sum(LineageGraph graph, NodeKind kind) {
    return graph.nodes().stream()
        .filter(node -> node.kind() == kind)
        .mapToInt(node -> Integer.parseInt(node.facts().get("clips")))
        .sum();
  }

  @Test
  void aClipGoesOnToTheModelsAndVersions() {
    ManifestRow clip = clips().get(0);

    LineageGraph graph = trace(clip.path());

    assertThat(graph.subject()).isEqualTo(clip.contentDigest());
    assertThat(trace(clip.contentDigest().substring(0, 30)).subject()).isEqualTo(graph.subject());
    assertThat(graph.nodes())
        .extracting(LineageNode::id)
        .contains(SmallExperiment.MODEL + "/" + run.registered().version());
    assertThat(graph.edges())
        .filteredOn(edge -> edge.from().equals(graph.subject()))
        .extracting(LineageEdge::role)
        .contains("listed")
        .containsAnyOf("train", "validation", "test");
  }

  private List<ManifestRow> clips() {
    return new ArtifactReader(new ArtifactStore(connection))
        .rows(run.ingestion().stage().output("manifest"), ManifestRow.class);
  }

  @Test
  void theRunHasAllItsStages() {
    LineageGraph graph = trace("lineage-run");

    assertThat(graph.nodes())
        .filteredOn(node -> node.kind() == NodeKind.STAGE)
        .extracting(LineageNode::label)
        .containsExactlyInAnyOrderElementsOf(run.stages().stream().map(StageStatus::name).toList());
  }

  @Test
  void allEventsWereToldOnceAndAreThoseOfTheRecord() {
    RunRecord record = new RunArchive(connection).find("lineage-run").orElseThrow();
    EventJson json = new EventJson();

    assertThat(events.events())
        .hasSize(2 + 2 * run.stages().size())
        .containsExactlyInAnyOrderElementsOf(
            RunEvents.of(record.plan(), record.status().orElseThrow()).stream()
                .map(event -> new String(json.write(event), StandardCharsets.UTF_8))
                .toList());
  }

  @Test
  void aRunThatIsTerminatedGetsItsEndWhileItsWorkerLives() throws InterruptedException {
    try (EventServer told = new EventServer();
        Runs runs = new Runs(endpoints.temporal())) {
      InProcessWorker worker = InProcessWorker.start(endpoints, told.environment());
      try {
        WorkflowStub cut = runs.start(SmallExperiment.plan("lineage-cut", data, CLIPS_PER_SHARD));
        runs.await(cut, status -> status.trackedRun() != null && !status.stages().isEmpty());
        cut.terminate("enough");

        assertThat(told.await(LineageIT::isEndOfRun)).contains("\"ABORT\"");
      } finally {
        worker.close();
      }
    }
  }

  /** Events of stages name the run that they are part of. */
  private static boolean isEndOfRun(String event) {
    return !event.contains("\"parent\"") && !event.contains("\"START\"");
  }

  @Test
  void thePageIsWholeAndTheSameEachTime() throws IOException {
    byte[] page = LineagePage.of(trace(run.registered().version()));

    assertThat(LineagePage.of(trace(run.registered().version()))).isEqualTo(page);
    assertThat(new String(page, StandardCharsets.UTF_8)).contains("</html>", "<svg");
    Files.write(Path.of("target", "lineage.html"), page);
  }
}
