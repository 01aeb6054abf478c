package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.testing.Statuses;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private final RunProgress progress = new RunProgress(new Style(false));

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
}
