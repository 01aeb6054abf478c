package dev.emovox.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.contracts.RunStatus;
import dev.emovox.lineage.testing.CraftedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEventsTest {
  private static List<RunEvent> events(CraftedRun run) {
    return RunEvents.of(run.plan(), run.status());
  }

  private static RunEvent event(CraftedRun run, String job, RunEvent.Type type) {
    return events(run).stream()
        .filter(event -> event.job().name().equals(job) && event.eventType() == type)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(RunEvent event) {
    try {
      return new ObjectMapper().readTree(new EventJson().write(event));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyEventIsAsTheSpecificationWants() {
    events(CraftedRun.ofForest("first")).forEach(event -> SpecificationCheck.verify(json(event)));
    events(new CraftedRun("failed").stage("ingestion", "manifest", "rejects").failed("features"))
        .forEach(event -> SpecificationCheck.verify(json(event)));
  }

  @Test
  void everyStageBeginsOnceAndEndsOnceInsideItsRun() {
    List<RunEvent> events = events(CraftedRun.ofForest("first"));

    assertThat(events).hasSize(2 * 7);
    assertThat(events).extracting(RunEvent::identity).doesNotHaveDuplicates();
    assertThat(events).extracting(RunEvent::eventTime).isSorted();
    assertThat(events.get(0).job().name()).isEqualTo("crafted");
    assertThat(events.get(events.size() - 1).eventType()).isEqualTo(RunEvent.Type.COMPLETE);
    String parent = events.get(0).run().runId().toString();
    assertThat(events.subList(1, events.size() - 1))
        .allSatisfy(
            event ->
                assertThat(json(event).at("/run/facets/parent/run/runId").asText())
                    .isEqualTo(parent));
  }

  @Test
  void aFitTakesFeaturesAndPartsAndLeavesAModel() {
    JsonNode end =
        json(
            event(
                CraftedRun.ofForest("first"),
                "crafted.fit forest on random",
                RunEvent.Type.COMPLETE));

    assertThat(end.path("inputs").findValuesAsText("namespace"))
        .containsOnly("s3://emovox")
        .hasSize(2);
    assertThat(end.path("inputs").findValuesAsText("role")).containsExactly("features", "parts");
    assertThat(end.at("/outputs/0/facets/emovox_artifact/digest").asText())
        .isEqualTo(CraftedRun.id("fit forest on random", "model"));
    assertThat(end.at("/outputs/0/facets/version/datasetVersion").asText())
        .isEqualTo(CraftedRun.id("fit forest on random", "model"));
  }

  @Test
  void ingestionTakesFoldersAndTellsColumnsAndRows() {
    JsonNode end =
        json(event(CraftedRun.ofForest("first"), "crafted.ingestion", RunEvent.Type.COMPLETE));

    assertThat(end.at("/inputs/0/name").asText()).isEqualTo("/data");
    assertThat(end.at("/outputs/0/facets/schema/fields").findValuesAsText("name"))
        .contains("content_digest", "sample_rate");
    assertThat(end.at("/outputs/0/outputFacets/outputStatistics/rowCount").asInt()).isEqualTo(3);
  }

  @Test
  void aFailureSaysWhyAndTheRunFailsToo() {
    CraftedRun failed =
        new CraftedRun("failed").stage("ingestion", "manifest", "rejects").failed("features");

    assertThat(json(event(failed, "crafted.features", RunEvent.Type.FAIL)).toString())
        .contains("The disk is full.");
    assertThat(event(failed, "crafted", RunEvent.Type.FAIL).outputs()).isEmpty();
  }

  @Test
  void idsAreOfVersion7AndTheSameEachTimeAndOfOneRunOnly() {
    RunEvent first = events(CraftedRun.ofForest("first")).get(0);

    assertThat(first.run().runId().version()).isEqualTo(7);
    assertThat(first.run().runId().variant()).isEqualTo(2);
    assertThat(first.run().runId().getMostSignificantBits() >>> 16).isEqualTo(CraftedRun.STARTED);
    assertThat(events(CraftedRun.ofForest("first")).get(0)).isEqualTo(first);
    assertThat(events(CraftedRun.ofForest("other")).get(0).run().runId())
        .isNotEqualTo(first.run().runId());
  }

  @Test
  void whatIsToldWhileARunGoesOnIsWhatIsToldAfterwards() {
    CraftedRun run = CraftedRun.ofForest("first");
    List<RunEvent> told = new ArrayList<>();
    LiveRun live = new LiveRun(run.plan());
    for (int stages = 0; stages <= run.status().stages().size(); stages++) {
      told.addAll(live.update(run.until(stages)));
    }
    RunStatus end = run.status();
    told.addAll(live.update(end));

    assertThat(told).containsExactlyInAnyOrderElementsOf(events(run));
    assertThat(live.update(end)).isEmpty();
  }
}
