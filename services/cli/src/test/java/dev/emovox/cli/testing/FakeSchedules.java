package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.ScheduleSummary;
import dev.emovox.cli.workplace.Schedules;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Schedules in memory, of which each has skipped its last start. */
public final class FakeSchedules implements Schedules {
  private final TreeMap<String, ScheduledRun> runs = new TreeMap<>();
  private final TreeSet<String> paused = new TreeSet<>();
  private final List<String> calls = new ArrayList<>();

  /** What was asked for beside reading. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public NavigableSet<String> ids() {
    return new TreeSet<>(runs.keySet());
  }

  @Override
  public List<ScheduleSummary> list() {
    return runs.keySet().stream().map(this::show).toList();
  }

  @Override
  public ScheduleSummary show(String id) {
    require(id);
    ScheduleOutcome skipped =
        new ScheduleOutcome(
            id,
            1_000,
            ScheduleOutcome.Result.UNCHANGED,
            Optional.empty(),
            "neither data nor settings changed since run r");
    return new ScheduleSummary(
        id,
        paused.contains(id),
        "a note",
        runs.get(id).plan().experiment(),
        paused.contains(id) ? Optional.empty() : Optional.of(Instant.EPOCH),
        List.of(),
        Optional.of(skipped),
        Optional.of("http://pages/" + id));
  }

  @Override
  public Optional<ScheduledRun> find(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public void create(ScheduledRun scheduled, boolean asPaused, String note) {
    calls.add("create " + scheduled.scheduleId());
    runs.put(scheduled.scheduleId(), scheduled);
    if (asPaused) {
      paused.add(scheduled.scheduleId());
    }
  }

  @Override
  public void update(ScheduledRun scheduled) {
    calls.add("update " + scheduled.scheduleId());
    runs.put(scheduled.scheduleId(), scheduled);
  }

  @Override
  public void trigger(String id) {
    require(id);
    calls.add("trigger " + id);
  }

  @Override
  public void pause(String id, String note) {
    require(id);
    paused.add(id);
    calls.add("pause " + id + ": " + note);
  }

  @Override
  public void resume(String id, String note) {
    require(id);
    paused.remove(id);
    calls.add("resume " + id + ": " + note);
  }

  @Override
  public void delete(String id) {
    require(id);
    runs.remove(id);
    calls.add("delete " + id);
  }

  @Override
  public void backfill(String id, Instant from, Instant until) {
    require(id);
    calls.add("backfill %s %s %s".formatted(id, from, until));
  }

  private void require(String id) {
    if (!runs.containsKey(id)) {
      throw new InvalidInputException("There is no schedule '%s'.".formatted(id));
    }
  }

  @Override
  public void close() {}
}
