package dev.emovox.records;

import dev.emovox.artifacts.NamedDocuments;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The records of runs, {@code runs/RUN/plan.json} and {@code runs/RUN/status.json}. Writing one
 * again replaces it, so a repeated attempt leaves what one attempt leaves.
 *
 * <p>Safe for use by several threads.
 */
public final class RunArchive {
  private static final String FOLDER = "runs";
  private static final String PLAN = "plan";
  private static final String STATUS = "status";

  private final NamedDocuments documents;
  private final SnakeCaseJson json = new SnakeCaseJson();

  /** The records in the connection's bucket. */
  public RunArchive(S3Connection connection) {
    this.documents = new NamedDocuments(connection, FOLDER);
  }

  /** A run begins. */
  public void opened(ExperimentPlan plan) {
    documents.put(plan.runId(), PLAN, json.writeIndented(plan));
  }

  /** A run has ended, well or not. */
  public void closed(RunStatus status) {
    documents.put(status.id(), STATUS, json.writeIndented(status));
  }

  /**
   * The record of a run; nothing if no run of that name was begun.
   *
   * @throws InvalidInputException if that can't be the name of a run
   * @throws WorkFailedException if the record is damaged
   */
  public Optional<RunRecord> find(String runId) {
    return plan(runId).map(plan -> new RunRecord(plan, read(runId, STATUS, RunStatus.class)));
  }

  /**
   * What a run was asked for; nothing if no run of that name was begun.
   *
   * @throws InvalidInputException if that can't be the name of a run
   * @throws WorkFailedException if the record is damaged
   */
  public Optional<ExperimentPlan> plan(String runId) {
    return read(runId, PLAN, ExperimentPlan.class);
  }

  private <T> Optional<T> read(String runId, String document, Class<T> type) {
    return documents.read(runId, document).map(content -> parsed(runId, document, content, type));
  }

  private <T> T parsed(String runId, String document, byte[] content, Class<T> type) {
    try {
      return json.read(content, type);
    } catch (InvalidInputException e) {
      throw new WorkFailedException(
          "The record %s is damaged: %s It was not written so; restore it from a backup."
              .formatted(documents.location(runId, document), e.getMessage()),
          e);
    }
  }

  /** The names of all runs that were ever begun, in order. */
  public NavigableSet<String> names() {
    return documents.names(PLAN);
  }
}
