package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.adapters.epochs.TinyTraining.Attempt;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.NetworkTestRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTestIT {
  @TempDir Path folder;

  @Test
  void aNetworkIsTestedOnceOnTheTestPart() {
    try (TinyTraining training = new TinyTraining(folder);
        Attempt process = training.attempt(new CountedSteps(-1))) {
      NetworkTestRequest request =
          training.test(process.activities().trainEpoch(training.first(1)));

      EvaluationOutcome tested = process.activities().testNetwork(request);
      EvaluationOutcome found = process.activities().testNetwork(request);

      assertThat(tested.overall().clips()).isEqualTo(9);
      assertThat(tested.perCorpus()).containsOnlyKeys("tones");
      assertThat(tested.stage().outputs())
          .extracting(NamedArtifact::name)
          .containsExactly("predictions", "report", "confusion-matrix", "class-distribution");
      assertThat(found.stage().cache()).isEqualTo(CacheUse.HIT);
      assertThat(found.stage().outputs()).isEqualTo(tested.stage().outputs());
      assertThat(found.overall()).isEqualTo(tested.overall());
    }
  }
}
