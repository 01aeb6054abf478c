package dev.emovox.orchestration;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.TaskQueues;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/**
 * How long each group of activities may take, how soon a lost worker is noticed, and what is tried
 * again.
 *
 * <p>Activities beat from a thread of their own, so a silence means that the worker is dead, or
 * that its machine, or Temporal's, gave it no processor for so long. A short patience finds the
 * dead sooner, a long one ends fewer attempts of the living; so patience grows with what is lost
 * with an attempt: seconds of work in a shard, minutes over a table, most of an hour over the
 * folders of a large corpus.
 *
 * <p>A server that is away is waited for without end, at most {@link #LONGEST_PAUSE} between tries;
 * so is a worker that died. Invalid input and failed work are never tried again. A bug is tried
 * three times: the activities report it as final from the third attempt on, because Temporal counts
 * all attempts alike.
 */
final class ActivityPolicies {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Workers beat every five seconds, so that a busy machine may take twenty-five more. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** Nothing is lost with an attempt, and a person waits. */
  private static final Duration SILENCE_OF_A_DECISION = Duration.ofSeconds(15);

  private static final Duration SILENCE_OVER_A_TABLE = Duration.ofMinutes(1);
  private static final Duration SILENCE_OVER_FOLDERS = Duration.ofMinutes(2);

  private ActivityPolicies() {}

  /** A day for the folders of a large corpus. */
  static ActivityOptions ingestion() {
    return options(Duration.ofHours(24), SILENCE_OVER_FOLDERS).build();
  }

  /** A shard takes seconds to minutes. */
  static ActivityOptions extraction() {
    return options(Duration.ofHours(2), SILENCE).build();
  }

  /** Fitting, testing, splitting and packing: one computation over a table. */
  static ActivityOptions computation() {
    return options(Duration.ofHours(6), SILENCE_OVER_A_TABLE).build();
  }

  /**
   * An epoch takes seconds on a small network and days on a large one without an accelerator. It
   * beats only while it gets on, so that a silence is a dead worker or a stuck device; then another
   * attempt goes on from the newest checkpoint. When it is cancelled, it may write a checkpoint
   * before it ends.
   */
  static ActivityOptions training() {
    return options(Duration.ofDays(7), SILENCE)
        .setTaskQueue(TaskQueues.GPU)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }

  /** A network's test on a device. */
  static ActivityOptions testing() {
    return options(Duration.ofDays(1), SILENCE).setTaskQueue(TaskQueues.GPU).build();
  }

  /** Calls to the tracking server. */
  static ActivityOptions tracking() {
    return options(Duration.ofMinutes(10), SILENCE).build();
  }

  /** Closing a run that failed: worth a while, but no reason to hide the failure for long. */
  static ActivityOptions closing() {
    return options(Duration.ofMinutes(2), SILENCE)
        .setScheduleToCloseTimeout(Duration.ofMinutes(10))
        .build();
  }

  /** A step of a promotion: seconds, or minutes for the bytes of a large package. */
  static ActivityOptions deciding() {
    return options(Duration.ofHours(2), SILENCE_OF_A_DECISION).build();
  }

  /** Watching the prediction service: an hour at most, and twice that if a worker dies. */
  static ActivityOptions watching() {
    return options(Duration.ofMinutes(70), SILENCE)
        .setScheduleToCloseTimeout(Duration.ofHours(3))
        .build();
  }

  /** A question to Temporal, too short for beats. */
  static ActivityOptions asking() {
    return options(Duration.ofMinutes(1), Duration.ofMinutes(1)).build();
  }

  private static ActivityOptions.Builder options(Duration longest, Duration silence) {
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(longest)
        .setHeartbeatTimeout(silence)
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(2)
                .setMaximumInterval(LONGEST_PAUSE)
                .setDoNotRetry(
                    FailureType.INVALID_INPUT, FailureType.WORK_FAILED, FailureType.CHECKPOINT_GONE)
                .build());
  }
}
