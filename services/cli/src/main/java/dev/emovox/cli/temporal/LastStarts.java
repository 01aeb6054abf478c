package dev.emovox.cli.temporal;

import dev.emovox.contracts.ScheduleOutcome;
import java.util.Optional;

/** Where it is kept how the last starts of schedules ended. */
public interface LastStarts extends AutoCloseable {

  /** How the last start of a schedule ended; nothing if none has. */
  Optional<ScheduleOutcome> last(String scheduleId);

  @Override
  void close();
}
