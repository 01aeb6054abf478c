package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.FailureType;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ActivityFailuresTest {

  @Test
  void invalidInputIsFinal() {
    ApplicationFailure failure = failure(new InvalidInputException("No such folder."), 1);

    assertThat(failure.getType()).isEqualTo(FailureType.INVALID_INPUT);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).isEqualTo("No such folder.");
  }

  @Test
  void failedWorkIsFinal() {
    ApplicationFailure failure = failure(new WorkFailedException("A clip leaks."), 1);

    assertThat(failure.getType()).isEqualTo(FailureType.WORK_FAILED);
    assertThat(failure.isNonRetryable()).isTrue();
  }

  @Test
  void aCheckpointThatIsGoneHasATypeOfItsOwn() {
    ApplicationFailure failure = failure(new CheckpointGoneException("Gone.", null), 1);

    assertThat(failure.getType()).isEqualTo(FailureType.CHECKPOINT_GONE);
    assertThat(failure.isNonRetryable()).isTrue();
  }

  @Test
  void aServerThatIsAwayIsTriedAgainHoweverOften() {
    IOException cause = new IOException("refused");
    ApplicationFailure failure = failure(new ServerUnavailableException("S3 is away.", cause), 99);

    assertThat(failure.getType()).isEqualTo(FailureType.SERVER_UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure).hasCause(cause);
  }

  @Test
  void aBugIsTriedThreeTimes() {
    assertThat(failure(new IllegalStateException("odd"), 1).isNonRetryable()).isFalse();
    assertThat(failure(new IllegalStateException("odd"), 2).isNonRetryable()).isFalse();
    ApplicationFailure last = failure(new StackOverflowError(), 3);
    assertThat(last.isNonRetryable()).isTrue();
    assertThat(last.getType()).isEqualTo(FailureType.BUG);
    assertThat(last.getOriginalMessage()).contains("Extract").contains("StackOverflowError");
  }

  @Test
  void aWorkerThatStopsIsNoBug() {
    ApplicationFailure failure = failure(new CancellationException("interrupted"), 5);

    assertThat(failure.getType()).isEqualTo(FailureType.SERVER_UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
  }

  @Test
  void failuresThatHaveATypeKeepIt() {
    ApplicationFailure typed = ApplicationFailure.newFailure("x", "Other");

    assertThat(ActivityFailures.of(typed, "Extract", 1)).isSameAs(typed);
  }

  private static ApplicationFailure failure(Throwable thrown, int attempt) {
    return (ApplicationFailure) ActivityFailures.of(thrown, "Extract", attempt);
  }
}
