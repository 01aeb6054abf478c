package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.testing.NetworkStatuses;
import dev.emovox.cli.testing.Statuses;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private final RunProgress progress = new RunProgress(new Style(false), Optional.empty());

  @Test
  void tellsHowFarHowFastAndHowLongYet() {
    assertThat(progress.current(Statuses.running(), Statuses.STARTED + 10_000))
        .isEqualTo("features  50 of 200 clips  25.0 %  5.0 clips/s  30 s left");
  }

  @Test
  void withoutTimePassedClaimsNoRate() {
    assertThat(progress.current(Statuses.running(), Statuses.STARTED))
        .isEqualTo("features  50 of 200 clips  25.0 %  0.0 s");
  }

  @Test
  void saysThatNobodyWorksYet() {
    assertThat(progress.current(Statuses.waiting(), 0)).isEqualTo("waiting for a worker");
  }

  @Test
  void tellsOfAnEndedStageOnce() {
    assertThat(progress.ended(Statuses.running()))
        .singleElement()
        .asString()
        .startsWith("done       ingestion  ")
        .endsWith("8 clips  2.3 s  cached");
    assertThat(progress.ended(Statuses.running())).isEmpty();
  }

  @Test
  void tellsOfTheEpochThatRunsAndWhoWaits() {
    assertThat(progress.current(NetworkStatuses.training(), Statuses.STARTED + 10_000))
        .isEqualTo(
            "xlsr on random, batch-64, epoch 2 of 5  30 of 40 clips  75.0 %  2.0 clips/s  5.0 s left, 1 min 05 s to the stage's end  last: loss 0.3000, accuracy 70.0 %, UAR 65.0 %; best: epoch 1"
                + "   |   features  50 of 200 clips  25.0 %  5.0 clips/s  30 s left"
                + "   |   1 network waiting for a device");
  }

  @Test
  void claimsNoRateForWhatAnEarlierAttemptDid() {
    assertThat(progress.current(NetworkStatuses.training(), Statuses.STARTED))
        .startsWith("xlsr on random, batch-64, epoch 2 of 5  30 of 40 clips  75.0 %  last:");
  }

  @Test
  void tellsOfAnEndedEpochOnce() {
    assertThat(progress.ended(NetworkStatuses.training()))
        .containsExactly(
            "epoch      xlsr on random, batch-32, epoch 1 of 3  training loss 1.5000, validation: loss 0.4000, accuracy 60.0 %, UAR 55.0 %  cached",
            "epoch      xlsr on random, batch-32, epoch 2 of 3  training loss 0.7500, validation: loss 0.2000, accuracy 80.0 %, UAR 75.0 %  4 min 02 s at 33 clips/s  the best so far",
            "epoch      xlsr on random, batch-32, epoch 3 of 3  training loss 0.5000, validation: loss 0.1800, accuracy 82.0 %, UAR 77.0 %  4 min 02 s at 33 clips/s  the best so far",
            "epoch      xlsr on random, batch-64, epoch 1 of 5  training loss 1.5000, validation: loss 0.3000, accuracy 70.0 %, UAR 65.0 %  4 min 02 s at 33 clips/s");
    assertThat(progress.ended(NetworkStatuses.training())).isEmpty();
    assertThat(progress.ended(NetworkStatuses.done()))
        .singleElement()
        .asString()
        .contains("epoch 2 of 5");
  }
}
