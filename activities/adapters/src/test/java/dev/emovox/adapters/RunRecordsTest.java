package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRecordsTest {

  @Test
  void aFailedRunTellsItsErrorCutToWhatATagHolds() {
    RunStatus status =
        new RunStatus(
            "run",
            "experiment",
            RunState.FAILED,
            "x".repeat(10_000),
            1000,
            2.5,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null);

    assertThat(RunRecords.closingTags(status))
        .containsEntry("emovox.state", "failed")
        .containsEntry("emovox.seconds", "2.5")
        .hasEntrySatisfying("emovox.error", error -> assertThat(error).hasSizeLessThan(5000))
        .doesNotContainKey("emovox.manifest");
    assertThat(RunRecords.ended(status)).isEqualTo(Instant.ofEpochMilli(3500));
  }
}
