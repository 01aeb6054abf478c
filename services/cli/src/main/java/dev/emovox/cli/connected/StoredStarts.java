package dev.emovox.cli.connected;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.temporal.LastStarts;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.records.ScheduleArchive;
import dev.emovox.settings.S3Endpoint;
import java.util.Optional;

/** What workers left in S3 of the starts of schedules. */
final class StoredStarts implements LastStarts {
  private final S3Connection connection;
  private final ScheduleArchive archive;

  StoredStarts(S3Endpoint endpoint) {
    connection = new S3Connection(endpoint);
    archive = new ScheduleArchive(connection);
  }

  @Override
  public Optional<ScheduleOutcome> last(String scheduleId) {
    return archive.last(scheduleId);
  }

  @Override
  public void close() {
    connection.close();
  }
}
