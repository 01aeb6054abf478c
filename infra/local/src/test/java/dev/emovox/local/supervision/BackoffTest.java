package dev.emovox.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void doublesUpToALimitAndBeginsAgainAfterAGoodRun() {
    assertThat(backoff.pauseAfter(Duration.ZERO)).isEqualTo(Backoff.FIRST);
    assertThat(backoff.pauseAfter(Duration.ZERO)).isEqualTo(Backoff.FIRST.multipliedBy(2));
    for (int i = 0; i < 20; i++) {
      backoff.pauseAfter(Duration.ofSeconds(1));
    }
    assertThat(backoff.pauseAfter(Duration.ZERO)).isEqualTo(Backoff.LONGEST);
    assertThat(backoff.pauseAfter(Backoff.GOOD_RUN)).isEqualTo(Backoff.FIRST);
  }
}
