package dev.emovox.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.lineage.testing.CraftedRun;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static Stream<List<RunEvent>> runs() {
    CraftedRun forest = CraftedRun.ofForest("forest");
    return Stream.of(
        events(forest),
        events(CraftedRun.ofForestWithCopies("copies")),
        events(CraftedRun.ofNetwork("network")),
        events(CraftedRun.ofNetwork("again").cached()),
        events(new CraftedRun("failed").stage("ingestion", "manifest", "rejects").failed("split")),
        RunEvents.of(forest.plan(), forest.until(2)),
        RunEvents.of(forest.plan(), terminated(forest, 2)));
  }

  private static RunStatus terminated(CraftedRun run, int stages) {
    return run.until(stages).endedFromOutside(RunState.CANCELLED, "It was terminated.", 25);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyEventIsAsTheSpecificationWants(List<RunEvent> events) {
    assertThat(events).hasSizeGreaterThan(3);
    events.stream().map(RunEventsTest::json).forEach(SpecificationCheck::verify);
    events.stream().map(RunEventsTest::json).forEach(OfficialModel::verify);
  }

  @ParameterizedTest
  @CsvSource({
    "/run/facets/parent/job, namespace, 7",
    "/job/facets/jobType, _schemaURL, \"https://openlineage.io/spec/facets/1-0-0/JobTypeJobFacet.json\"",
    "/job/facets/jobType, JobType, \"STAGE\"",
    "/run, id, \"7\"",
    "/run, runId, \"seven\"",
    "'', eventTime, \"yesterday\"",
    "'', eventType, \"BEGIN\"",
    "/outputs/0, size, 7",
    "/outputs/0/facets/schema/fields/0, type, {}",
  })
  void whatOpenLineageDoesNotKnowIsFound(String place, String member, String value)
      throws IOException {
    ObjectNode event =
        (ObjectNode)
            json(event(CraftedRun.ofForest("first"), "crafted.ingestion", RunEvent.Type.COMPLETE));
    OfficialModel.verify(event);

    ((ObjectNode) event.at(place)).set(member, new ObjectMapper().readTree(value));

    assertThatThrownBy(() -> OfficialModel.verify(event)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aRunThatWasTerminatedEndsAndSoDoesWhatItWasAt() {
    CraftedRun run = CraftedRun.ofForest("first");
    List<RunEvent> told = new ArrayList<>();
    LiveRun live = new LiveRun(run.plan());
    told.addAll(live.update(run.until(2)));
    told.addAll(live.update(terminated(run, 2)));

    assertThat(told)
        .filteredOn(event -> event.eventType() == RunEvent.Type.ABORT)
        .extracting(event -> event.job().name())
        .containsExactly("crafted.features", "crafted");
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(RunEvents.of(run.plan(), terminated(run, 2)));
    RunEvent end = told.get(told.size() - 1);
    assertThat(end.eventTime()).isEqualTo(Instant.ofEpochMilli(CraftedRun.STARTED + 25_000));
    assertThat(json(end).at("/run/facets/errorMessage/message").asText())
        .isEqualTo("It was terminated.");
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
