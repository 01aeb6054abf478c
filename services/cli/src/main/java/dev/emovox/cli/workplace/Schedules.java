package dev.emovox.cli.workplace;

import dev.emovox.contracts.ScheduledRun;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The schedules on a Temporal service. Every method throws {@link
 * dev.emovox.domain.ServerUnavailableException} if a server can't be reached; those that take an id
 * throw {@link dev.emovox.domain.InvalidInputException} if there is no such schedule.
 */
public interface Schedules extends AutoCloseable {

  /** The ids of all schedules that start runs. */
  NavigableSet<String> ids();

  /** All schedules, by id. */
  List<ScheduleSummary> list();

  /** One schedule. */
  ScheduleSummary show(String id);

  /** What a schedule does; nothing if there is none of that id. */
  Optional<ScheduledRun> find(String id);

  /** Makes a schedule. */
  void create(ScheduledRun scheduled, boolean paused, String note);

  /** Makes a schedule another; whether it is paused stays. */
  void update(ScheduledRun scheduled);

  /** Starts a run now, whatever the schedule's times are. */
  void trigger(String id);

  /** Stops a schedule from starting runs; one that goes on is left alone. */
  void pause(String id, String note);

  /** Lets a schedule start runs again. */
  void resume(String id, String note);

  /** Removes a schedule; its runs stay. */
  void delete(String id);

  /** Starts the runs that would have been started from one time to another, one after the other. */
  void backfill(String id, Instant from, Instant until);

  @Override
  void close();
}
