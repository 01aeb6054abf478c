package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.RunStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import org.junit.jupiter.api.Test;

class FeatureFanOutTest {
  private static final int CLIPS_PER_SHARD = 10;

  @Test
  void aLargeCorpusIsCutIntoBlocksWhoseShardsAreBoundedInNumber() {
    try (FlowUnderTest flow = new FlowUnderTest()) {
      int shards = FeatureFanOut.SHARDS_PER_BLOCK + 30;
      flow.ingestion.clips = shards * CLIPS_PER_SHARD;

      WorkflowStub run = flow.start(Plans.twoByTwo("large-1"));
      RunStatus status = run.getResult(RunStatus.class);

      assertThat(flow.features.extracted).hasSize(shards);
      assertThat(flow.features.merges)
          .extracting(merge -> merge.range().clips())
          .containsExactlyInAnyOrder(2560, 300, 2860);
      assertThat(status.stages())
          .filteredOn(stage -> stage.name().equals("features"))
          .allSatisfy(stage -> assertThat(stage.done()).isEqualTo(flow.ingestion.clips));
      assertThat(signals(flow, "large-1"))
          .as("a server takes ten thousand for one run")
          .isBetween(BlockReports.REPORTS, 80);
    }
  }

  private static int signals(FlowUnderTest flow, String run) {
    return (int)
        flow.environment.getWorkflowClient().fetchHistory(run).getEvents().stream()
            .filter(
                event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
            .count();
  }
}
