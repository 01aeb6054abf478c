package dev.emovox.adapters;

import dev.emovox.contracts.FailureType;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.concurrent.CancellationException;

/** Says to Temporal, by type, who can act on a failure and whether trying again makes sense. */
final class ActivityFailures {
  /** From this attempt on a bug is final. */
  static final int LAST_ATTEMPT_OF_A_BUG = 3;

  private ActivityFailures() {}

  /** The exception to throw to Temporal for {@code thrown}. */
  static RuntimeException of(Throwable thrown, String activity, int attempt) {
    if (thrown instanceof ActivityWorkerShutdownException) {
      return interrupted(thrown, activity);
    }
    if (thrown instanceof ActivityCompletionException ended) {
      return ended;
    }
    if (thrown instanceof TemporalFailure failure) {
      return failure;
    }
    if (thrown instanceof EmovoxException known) {
      return known(known);
    }
    if (thrown instanceof CancellationException || thrown instanceof InterruptedException) {
      return interrupted(thrown, activity);
    }
    return bug(thrown, activity, attempt);
  }

  /** The paragraph of a failure, without Temporal's additions. */
  static String message(RuntimeException failure) {
    return failure instanceof ApplicationFailure application
        ? application.getOriginalMessage()
        : failure.toString();
  }

  private static ApplicationFailure known(EmovoxException failure) {
    if (failure instanceof ServerUnavailableException) {
      return ApplicationFailure.newFailureWithCause(
          failure.getMessage(), FailureType.SERVER_UNAVAILABLE, failure.getCause());
    }
    return ApplicationFailure.newNonRetryableFailureWithCause(
        failure.getMessage(), finalType(failure), failure.getCause());
  }

  private static String finalType(EmovoxException failure) {
    if (failure instanceof CheckpointGoneException) {
      return FailureType.CHECKPOINT_GONE;
    }
    return failure instanceof InvalidInputException
        ? FailureType.INVALID_INPUT
        : FailureType.WORK_FAILED;
  }

  private static ApplicationFailure interrupted(Throwable thrown, String activity) {
    return ApplicationFailure.newFailureWithCause(
        "The worker stopped while it was at " + activity + ". Another attempt follows.",
        FailureType.SERVER_UNAVAILABLE,
        thrown);
  }

  private static ApplicationFailure bug(Throwable thrown, String activity, int attempt) {
    String message =
        "Something unexpected happened in %s: %s. This is a bug in Emovox; the worker's log has the details."
            .formatted(activity, thrown);
    return attempt < LAST_ATTEMPT_OF_A_BUG
        ? ApplicationFailure.newFailureWithCause(message, FailureType.BUG, thrown)
        : ApplicationFailure.newNonRetryableFailureWithCause(message, FailureType.BUG, thrown);
  }
}
