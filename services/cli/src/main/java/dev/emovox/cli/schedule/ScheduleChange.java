package dev.emovox.cli.schedule;

import java.util.List;

/**
 * What becomes of a schedule when files are applied.
 *
 * @param id the schedule
 * @param kind what is done
 * @param differences of an update, value by value
 */
public record ScheduleChange(String id, Kind kind, List<String> differences) {

  /** What is done to a schedule. */
  public enum Kind {
    /** It is new. */
    CREATED,
    /** It is there and should be another. */
    UPDATED,
    /** It is as it should be. */
    UNCHANGED,
    /** No file names it any more, and it is removed. */
    DELETED,
    /** No file names it any more, and it stays. */
    KEPT
  }
}
