package dev.emovox.cli.workplace;

import dev.emovox.contracts.ScheduleOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as lists show it.
 *
 * @param id its name
 * @param paused whether it starts no runs
 * @param note why it is paused, or what it is for; may be empty
 * @param experiment what it runs
 * @param next when it starts its next run, unless it is paused or has none
 * @param going the workflows that it started and that go on
 * @param last how its last start ended
 * @param link where a browser shows it
 */
public record ScheduleSummary(
    String id,
    boolean paused,
    String note,
    String experiment,
    Optional<Instant> next,
    List<String> going,
    Optional<ScheduleOutcome> last,
    Optional<String> link) {}
