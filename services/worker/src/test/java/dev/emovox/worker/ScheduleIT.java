package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduleOutcome.Result;
import dev.emovox.contracts.ScheduleOverlap;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.records.RunArchive;
import dev.emovox.records.RunRecord;
import dev.emovox.records.ScheduleArchive;
import dev.emovox.settings.Endpoints;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleBackfill;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that fire on a real Temporal and retrain, or have reasons not to. */
@ExtendWith(Stack.class)
class ScheduleIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int CLIPS_PER_SHARD = 200;

  @TempDir private Path data;
  private Endpoints endpoints;
  private InProcessWorker worker;
  private TemporalConnection temporal;
  private S3Connection s3;
  private ScheduleHandle schedule;

  @BeforeEach
  void start(Stack.Running stack) {
    SmallExperiment.speech(data);
    endpoints = stack.withBucket("schedules-" + data.getFileName());
    worker = InProcessWorker.start(endpoints);
    temporal = new TemporalConnection(endpoints.temporal());
    s3 = new S3Connection(endpoints.s3());
  }

  @AfterEach
  void stop() {
    schedule.delete();
    s3.close();
    temporal.close();
    worker.close();
  }

  @Test
  void firesRetrainsSkipsWhatIsUnchangedAndSeesNewSpeech() throws Exception {
    schedule = create("changes", true);
    ScheduleOutcome skipped = await(() -> last("changes", Result.UNCHANGED));
    String first = success("changes");
    assertThat(skipped.runId()).isEmpty();
    assertThat(skipped.reason()).contains("neither data nor settings changed", first);
    assertThat(state(first)).isEqualTo(RunState.DONE);
    assertThat(first).matches("small-\\d{8}-\\d{6}-[0-9a-f]{4}");
    assertThat(runs()).containsExactly(first);

    Path clip = data.resolve("SAVEE/DC/a01.wav");
    Files.copy(clip, clip.resolveSibling("a99.wav"), StandardCopyOption.REPLACE_EXISTING);
    String second = await(() -> Optional.of(success("changes")).filter(run -> !run.equals(first)));
    assertThat(state(second)).isEqualTo(RunState.DONE);
    assertThat(runs()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void aFailedRunPausesAndABackfillMakesUpOnce() throws Exception {
    Path elsewhere = data.resolveSibling("elsewhere-" + data.getFileName());
    Files.move(data, elsewhere);
    schedule = create("failures", false);
    ScheduleOutcome failed = await(() -> last("failures", Result.FAILED));
    assertThat(failed.reason()).contains(data.toString(), "does not exist");
    await(
        () ->
            Optional.of(schedule.describe()).filter(it -> it.getSchedule().getState().isPaused()));

    Files.move(elsewhere, data);
    Instant hour = Instant.parse("2026-01-01T12:00:00Z");
    ScheduleBackfill once =
        new ScheduleBackfill(
            hour.minusMillis(1000),
            hour.plusMillis(1000),
            ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL);
    schedule.backfill(List.of(once));
    ScheduleOutcome ran = await(() -> last("failures", Result.RAN));
    assertThat(ran.scheduledAtMillis())
        .isBetween(hour.toEpochMilli() - 1000, hour.toEpochMilli() + 1000);
    assertThat(state(ran.runId().orElseThrow())).isEqualTo(RunState.DONE);
    schedule.backfill(List.of(once));
    assertThat(await(() -> last("failures", Result.REPEATED)).runId()).isEqualTo(ran.runId());
  }

  /** Fires every two seconds. */
  private ScheduleHandle create(String id, boolean onlyIfChanged) {
    ScheduledRun run =
        new ScheduledRun(
            id,
            onlyIfChanged,
            new ScheduleRules("", "UTC", 2, 0, ScheduleOverlap.SKIP, 60, 0, true),
            SmallExperiment.plan("", data, CLIPS_PER_SHARD));
    return ScheduleClient.newInstance(temporal.service())
        .createSchedule(
            id,
            Schedule.newBuilder()
                .setAction(
                    ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType("ScheduledRetraining")
                        .setArguments(run)
                        .setOptions(
                            WorkflowOptions.newBuilder()
                                .setWorkflowId("schedule-" + id)
                                .setTaskQueue(TaskQueues.CPU)
                                .build())
                        .build())
                .setSpec(
                    ScheduleSpec.newBuilder()
                        .setIntervals(List.of(new ScheduleIntervalSpec(Duration.ofSeconds(2))))
                        .build())
                .setPolicy(SchedulePolicy.newBuilder().setPauseOnFailure(true).build())
                .build(),
            ScheduleOptions.newBuilder().build());
  }

  private Optional<ScheduleOutcome> last(String id, Result result) {
    return new ScheduleArchive(s3).last(id).filter(outcome -> outcome.result() == result);
  }

  private String success(String id) {
    return new ScheduleArchive(s3).success(id).orElseThrow().runId();
  }

  private List<String> runs() {
    return List.copyOf(new RunArchive(s3).names());
  }

  private RunState state(String runId) {
    RunRecord record = new RunArchive(s3).find(runId).orElseThrow();
    return record.status().orElseThrow().state();
  }

  private static <T> T await(Supplier<Optional<T>> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not reached");
  }
}
