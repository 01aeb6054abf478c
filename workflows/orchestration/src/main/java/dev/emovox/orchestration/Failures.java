package dev.emovox.orchestration;

import dev.emovox.contracts.FailureType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;

/** Finds, below Temporal's wrappers, what went wrong and says it as the run's own failure. */
final class Failures {
  private Failures() {}

  /** Whether the work ended because someone asked for that. */
  static boolean isCancellation(TemporalFailure failure) {
    return find(failure, CanceledFailure.class).isPresent();
  }

  /** Whether a checkpoint that should be there was discarded, so that it must be made again. */
  static boolean isCheckpointGone(TemporalFailure failure) {
    return find(failure, ApplicationFailure.class)
        .filter(origin -> FailureType.CHECKPOINT_GONE.equals(origin.getType()))
        .isPresent();
  }

  /** The failure that ends the workflow: the type and the paragraph of its origin. */
  static ApplicationFailure ofRun(TemporalFailure failure) {
    String type =
        find(failure, ApplicationFailure.class)
            .map(ApplicationFailure::getType)
            .orElse(FailureType.WORK_FAILED);
    return ApplicationFailure.newNonRetryableFailureWithCause(message(failure), type, failure);
  }

  /** One paragraph for a person. */
  static String message(TemporalFailure failure) {
    return find(failure, ApplicationFailure.class)
        .map(ApplicationFailure::getOriginalMessage)
        .or(() -> timeout(failure))
        .orElseGet(failure::getOriginalMessage);
  }

  private static Optional<String> timeout(TemporalFailure failure) {
    return find(failure, TimeoutFailure.class)
        .flatMap(timeout -> find(failure, ActivityFailure.class))
        .map(
            activity ->
                "The step "
                    + activity.getActivityType()
                    + " did not end within its time. The worker's log tells what it was doing.");
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
