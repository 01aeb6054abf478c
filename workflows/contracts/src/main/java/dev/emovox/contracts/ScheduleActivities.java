package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** What schedules ask and remember. */
@ActivityInterface
public interface ScheduleActivities {

  /**
   * Looks whether data or settings are others than those of the last successful run. Reads all
   * files of the data folders, where they can be read.
   */
  ScheduleCheck compareWithLastRun(ScheduledRun scheduled);

  /** Remembers how a start went; and, if it led to a successful run, of what. */
  void remember(ScheduleOutcome outcome, ScheduleFingerprint fingerprint);
}
