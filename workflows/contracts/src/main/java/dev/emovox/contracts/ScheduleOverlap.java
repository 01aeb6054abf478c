package dev.emovox.contracts;

/** What a schedule does when it should start a run and its last one still goes on. */
public enum ScheduleOverlap {
  /** It does not start one. */
  SKIP,
  /** It starts one as soon as the last has ended; of several that wait, one. */
  BUFFER_ONE,
  /** It starts all that waited, one after the other. */
  BUFFER_ALL,
  /** It cancels the last, and starts one when that has ended. */
  CANCEL_OTHER,
  /** It starts one beside it. */
  ALLOW_ALL
}
