package dev.emovox.cli.schedule;

import dev.emovox.cli.schedule.ScheduleChange.Kind;
import dev.emovox.cli.workplace.Schedules;
import dev.emovox.contracts.ScheduledRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Brings the schedules on a service in line with files. Applying the same again changes nothing.
 */
public final class ScheduleApplication {
  private final Schedules schedules;
  private final boolean dryRun;

  /**
   * An application.
   *
   * @param dryRun whether it only says what it would do
   */
  public ScheduleApplication(Schedules schedules, boolean dryRun) {
    this.schedules = schedules;
    this.dryRun = dryRun;
  }

  /**
   * What should be there.
   *
   * @param run what it does
   * @param paused whether it begins paused
   * @param note for people
   */
  public record Wanted(ScheduledRun run, boolean paused, String note) {}

  /**
   * Creates and updates schedules.
   *
   * @param wanted all that should be there
   */
  public List<ScheduleChange> apply(List<Wanted> wanted) {
    return wanted.stream().map(this::apply).toList();
  }

  private ScheduleChange apply(Wanted wanted) {
    String id = wanted.run().scheduleId();
    Optional<ScheduledRun> found = schedules.find(id);
    if (found.isEmpty()) {
      if (!dryRun) {
        schedules.create(wanted.run(), wanted.paused(), wanted.note());
      }
      return new ScheduleChange(id, Kind.CREATED, List.of());
    }
    List<String> differences = ScheduleDifference.of(found.get(), wanted.run());
    if (differences.isEmpty()) {
      return new ScheduleChange(id, Kind.UNCHANGED, List.of());
    }
    if (!dryRun) {
      schedules.update(wanted.run());
    }
    return new ScheduleChange(id, Kind.UPDATED, differences);
  }

  /**
   * Looks for schedules that no file names.
   *
   * @param named those that files name
   * @param remove whether they are removed
   */
  public List<ScheduleChange> others(List<String> named, boolean remove) {
    TreeSet<String> others = new TreeSet<>(schedules.ids());
    named.forEach(others::remove);
    List<ScheduleChange> changes = new ArrayList<>();
    for (String id : others) {
      if (remove && !dryRun) {
        schedules.delete(id);
      }
      changes.add(new ScheduleChange(id, remove ? Kind.DELETED : Kind.KEPT, List.of()));
    }
    return changes;
  }
}
