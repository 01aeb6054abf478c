package dev.emovox.serving.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Duration STANDARD = Duration.ofSeconds(2);
  private static final Duration PATIENT = Duration.ofDays(365);

  private long now = 17;
  private final Admission admission =
      new Admission(new Admission.Capacity(2, 3, STANDARD), () -> now);

  private void fill() {
    for (int i = admission.inside(); i < 5; i++) {
      admission.enter(PATIENT);
    }
  }

  private void answerAfter(Duration time) {
    now += time.toNanos();
    admission.leave(true);
  }

  @Test
  void letsInAsManyAsThereIsRoomFor() {
    fill();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(PATIENT))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(STANDARD));
    admission.leave(false);
    assertThatCode(() -> admission.enter(PATIENT)).doesNotThrowAnyException();
  }

  @Test
  void tellsWhenThoseInsideWillHaveBeenAnswered() {
    fill();
    answerAfter(Duration.ofSeconds(3));
    admission.enter(PATIENT);

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(PATIENT))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(15)));
  }

  @Test
  void neverSendsAnyoneAwayForLongerThanAMinute() {
    fill();
    answerAfter(Duration.ofHours(1));
    fill();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(PATIENT))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void refusesWhoWouldNotWaitLongEnough() {
    admission.enter(PATIENT);
    answerAfter(Duration.ofSeconds(10));
    admission.enter(PATIENT);
    admission.enter(PATIENT);
    admission.enter(PATIENT);

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(Duration.ofSeconds(19)));
    assertThatCode(() -> admission.enter(Duration.ofSeconds(21))).doesNotThrowAnyException();
  }

  @Test
  void whoFindsAFreeThreadDoesNotWaitHoweverSlowOthersWere() {
    admission.enter(PATIENT);
    answerAfter(Duration.ofSeconds(10));

    admission.enter(Duration.ofMillis(1));
    assertThatCode(() -> admission.enter(Duration.ofMillis(1))).doesNotThrowAnyException();
  }

  @Test
  void idleTimeAndDroppedWorkAreNotMeasured() {
    admission.enter(PATIENT);
    admission.leave(false);
    now += Duration.ofDays(1).toNanos();
    admission.enter(PATIENT);
    answerAfter(Duration.ofSeconds(4));
    fill();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(PATIENT))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(20)));
  }

  @Test
  void aBatchCountsAsTheWorkOfEachOfItsClips() {
    for (int round = 0; round < 50; round++) {
      fill();
      answerAfter(Duration.ofSeconds(5));
      answerAfter(Duration.ZERO);
      answerAfter(Duration.ZERO);
      answerAfter(Duration.ZERO);
      answerAfter(Duration.ZERO);
    }
    fill();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> admission.enter(PATIENT))
        .satisfies(e -> assertThat(e.retryAfter()).isBetween(ofSeconds(4), ofSeconds(6)));
  }

  private static Duration ofSeconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
