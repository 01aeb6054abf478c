package dev.emovox.cli.temporal;

import dev.emovox.cli.workplace.ScheduleSummary;
import dev.emovox.cli.workplace.Schedules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleListActionStartWorkflow;
import io.temporal.client.schedules.ScheduleListDescription;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The schedules of one namespace. What a schedule does is in the input of the workflows that it
 * starts, from where it is read again. Safe for use by several threads.
 */
public final class TemporalSchedules implements Schedules {
  private final TemporalEndpoint endpoint;
  private final Optional<URI> webPages;
  private final LastStarts starts;
  private final TemporalFailures failures;
  private final TemporalConnection connection;
  private final ScheduleClient client;

  /**
   * Connects.
   *
   * @param webPages address of Temporal's web pages, if known
   * @param starts closed with this
   * @throws dev.emovox.domain.ServerUnavailableException if the service does not answer
   */
  public TemporalSchedules(TemporalEndpoint endpoint, Optional<URI> webPages, LastStarts starts) {
    this.endpoint = endpoint;
    this.webPages = webPages;
    this.starts = starts;
    this.failures = new TemporalFailures(endpoint);
    this.connection = TemporalConnection.open(endpoint);
    this.client =
        ScheduleClient.newInstance(
            connection.client().getWorkflowServiceStubs(),
            ScheduleClientOptions.newBuilder().setNamespace(endpoint.namespace()).build());
  }

  @Override
  public NavigableSet<String> ids() {
    return ask(
        () ->
            client
                .listSchedules()
                .filter(TemporalSchedules::startsRuns)
                .map(ScheduleListDescription::getScheduleId)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean startsRuns(ScheduleListDescription schedule) {
    return schedule.getSchedule() != null
        && schedule.getSchedule().getAction() instanceof ScheduleListActionStartWorkflow start
        && start.getWorkflow().equals(ScheduleForm.WORKFLOW);
  }

  @Override
  public List<ScheduleSummary> list() {
    return ids().stream().flatMap(id -> describe(id).stream()).map(this::summary).toList();
  }

  @Override
  public ScheduleSummary show(String id) {
    return summary(describe(id).orElseThrow(() -> noSuchSchedule(id)));
  }

  private ScheduleSummary summary(ScheduleDescription schedule) {
    ScheduleState state = schedule.getSchedule().getState();
    return new ScheduleSummary(
        schedule.getId(),
        state.isPaused(),
        Optional.ofNullable(state.getNote()).orElse(""),
        run(schedule).plan().experiment(),
        schedule.getInfo().getNextActionTimes().stream()
            .filter(time -> !state.isPaused())
            .findFirst(),
        schedule.getInfo().getRunningActions().stream()
            .filter(ScheduleActionExecutionStartWorkflow.class::isInstance)
            .map(action -> ((ScheduleActionExecutionStartWorkflow) action).getWorkflowId())
            .toList(),
        starts.last(schedule.getId()),
        webPages.map(
            address ->
                "%s/namespaces/%s/schedules/%s"
                    .formatted(address, endpoint.namespace(), schedule.getId())));
  }

  @Override
  public Optional<ScheduledRun> find(String id) {
    return describe(id).map(TemporalSchedules::run);
  }

  private static ScheduledRun run(ScheduleDescription schedule) {
    return ((ScheduleActionStartWorkflow) schedule.getSchedule().getAction())
        .getArguments()
        .get(0, ScheduledRun.class);
  }

  /** Nothing if there is none; one of somebody else's is no wish of ours to change. */
  private Optional<ScheduleDescription> describe(String id) {
    Optional<ScheduleDescription> found;
    try {
      found = Optional.of(client.getHandle(id).describe());
    } catch (RuntimeException e) {
      if (TemporalFailures.isMissing(e)) {
        return Optional.empty();
      }
      throw failures.explain(e);
    }
    boolean ours =
        found.get().getSchedule().getAction() instanceof ScheduleActionStartWorkflow start
            && start.getWorkflowType().equals(ScheduleForm.WORKFLOW);
    if (!ours) {
      throw new InvalidInputException(
          "The schedule '%s' on %s does not belong to Emovox. Choose another id."
              .formatted(id, endpoint.address()));
    }
    return found;
  }

  @Override
  public void create(ScheduledRun scheduled, boolean paused, String note) {
    ScheduleState state = ScheduleState.newBuilder().setPaused(paused).setNote(note).build();
    ask(
        () ->
            client.createSchedule(
                scheduled.scheduleId(),
                ScheduleForm.of(scheduled, state),
                ScheduleOptions.newBuilder().build()));
  }

  @Override
  public void update(ScheduledRun scheduled) {
    change(
        scheduled.scheduleId(),
        handle ->
            handle.update(
                seen ->
                    new ScheduleUpdate(
                        ScheduleForm.of(
                            scheduled, seen.getDescription().getSchedule().getState()))));
  }

  @Override
  public void trigger(String id) {
    change(id, ScheduleHandle::trigger);
  }

  @Override
  public void pause(String id, String note) {
    change(id, handle -> handle.pause(note));
  }

  @Override
  public void resume(String id, String note) {
    change(id, handle -> handle.unpause(note));
  }

  @Override
  public void delete(String id) {
    change(id, ScheduleHandle::delete);
  }

  @Override
  public void backfill(String id, Instant from, Instant until) {
    change(
        id,
        handle ->
            handle.backfill(
                List.of(
                    new ScheduleBackfill(
                        from, until, ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL))));
  }

  private void change(String id, Consumer<ScheduleHandle> change) {
    if (describe(id).isEmpty()) {
      throw noSuchSchedule(id);
    }
    ask(
        () -> {
          change.accept(client.getHandle(id));
          return id;
        });
  }

  private static InvalidInputException noSuchSchedule(String id) {
    return new InvalidInputException(
        "There is no schedule '%s'. `./emovox schedule list` lists them.".formatted(id));
  }

  private <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw failures.explain(e);
    }
  }

  @Override
  public void close() {
    connection.close();
    starts.close();
  }
}
