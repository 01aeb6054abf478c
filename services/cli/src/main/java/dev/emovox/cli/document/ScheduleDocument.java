package dev.emovox.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.cli.schedule.ScheduleChange;
import dev.emovox.cli.workplace.ScheduleSummary;
import dev.emovox.contracts.ScheduleOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A schedule, as all {@code schedule} commands print it with {@code --json}.
 *
 * @param id its name
 * @param state {@code active}, {@code paused}, or {@code absent} where it is deleted or only would
 *     be created
 * @param next when it starts its next run, or null
 * @param last its last start, or null
 * @param running ids of the workflows that it started and that go on
 * @param experiment what it runs, or null
 * @param note why it is paused, or what it is for, or null
 * @param link where a browser shows it, or null
 * @param change what {@code apply} did: {@code created}, {@code updated}, {@code unchanged}, {@code
 *     deleted} or {@code kept}; left out by other commands
 * @param differences of an update
 */
public record ScheduleDocument(
    String id,
    String state,
    String next,
    Last last,
    List<String> running,
    String experiment,
    String note,
    String link,
    @JsonInclude(JsonInclude.Include.NON_NULL) String change,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> differences) {

  /**
   * A start of a schedule.
   *
   * @param at the time that it fired for
   * @param result {@code ran}, {@code unchanged}, {@code failed}, {@code cancelled} or {@code
   *     repeated}
   * @param run the run, or null
   * @param reason why it ran or did not
   */
  public record Last(String at, String result, String run, String reason) {
    static Last of(ScheduleOutcome outcome) {
      return new Last(
          Instant.ofEpochMilli(outcome.scheduledAtMillis()).toString(),
          outcome.result().name().toLowerCase(Locale.ROOT),
          outcome.runId().orElse(null),
          outcome.reason());
    }
  }

  /** A schedule that is there. */
  public static ScheduleDocument of(ScheduleSummary schedule) {
    return new ScheduleDocument(
        schedule.id(),
        schedule.paused() ? "paused" : "active",
        schedule.next().map(Instant::toString).orElse(null),
        schedule.last().map(Last::of).orElse(null),
        schedule.going(),
        schedule.experiment(),
        schedule.note().isEmpty() ? null : schedule.note(),
        schedule.link().orElse(null),
        null,
        null);
  }

  /** A schedule that is not there. */
  public static ScheduleDocument absent(String id) {
    return new ScheduleDocument(id, "absent", null, null, List.of(), null, null, null, null, null);
  }

  /** The same with what became of it. */
  public ScheduleDocument with(ScheduleChange made) {
    String word = made.kind().name().toLowerCase(Locale.ROOT);
    return new ScheduleDocument(
        id, state, next, last, running, experiment, note, link, word, made.differences());
  }
}
