package dev.emovox.records;

import dev.emovox.artifacts.NamedDocuments;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.ScheduleFingerprint;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.Optional;

/**
 * What is remembered of schedules: how the last start went, {@code schedules/ID/last.json}, and
 * what the last successful run was of, {@code schedules/ID/success.json}.
 *
 * <p>Safe for use by several threads.
 */
public final class ScheduleArchive {
  private static final String LAST = "last";
  private static final String SUCCESS = "success";

  private final NamedDocuments documents;
  private final SnakeCaseJson json = new SnakeCaseJson();

  /** The records in the connection's bucket. */
  public ScheduleArchive(S3Connection connection) {
    this.documents = new NamedDocuments(connection, "schedules");
  }

  /**
   * A successful run of a schedule.
   *
   * @param runId the run
   * @param fingerprint what it was of
   */
  public record Success(String runId, ScheduleFingerprint fingerprint) {}

  /** Replaces what is known of the last start. */
  public void ended(ScheduleOutcome outcome) {
    documents.put(outcome.scheduleId(), LAST, json.writeIndented(outcome));
  }

  /** Replaces what is known of the last successful run. */
  public void succeeded(String scheduleId, Success success) {
    documents.put(scheduleId, SUCCESS, json.writeIndented(success));
  }

  /**
   * How the last start went; nothing if there was none.
   *
   * @throws WorkFailedException if the record is damaged
   */
  public Optional<ScheduleOutcome> last(String scheduleId) {
    return read(scheduleId, LAST, ScheduleOutcome.class);
  }

  /**
   * What the last successful run was of; nothing if there was none that compared anything.
   *
   * @throws WorkFailedException if the record is damaged
   */
  public Optional<Success> success(String scheduleId) {
    return read(scheduleId, SUCCESS, Success.class);
  }

  private <T> Optional<T> read(String scheduleId, String document, Class<T> type) {
    return documents
        .read(scheduleId, document)
        .map(content -> parsed(scheduleId, document, content, type));
  }

  private <T> T parsed(String scheduleId, String document, byte[] content, Class<T> type) {
    try {
      return json.read(content, type);
    } catch (InvalidInputException e) {
      throw new WorkFailedException(
          "The record %s is damaged: %s Remove it; the next start of the schedule runs then."
              .formatted(documents.location(scheduleId, document), e.getMessage()),
          e);
    }
  }
}
