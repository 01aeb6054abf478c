package dev.emovox.orchestration;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.ScheduleOutcome;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * Records the histories of maps, of schedules, of networks, of several feature sets, of
 * augmentation, of promotions and of drift that {@link ReplayTest} replays, on a real server with
 * fakes for the activities. Started with a fresh server's address and the folder of the histories:
 *
 * <pre>{@code
 * temporal server start-dev --port 7233
 * mvn -pl :emovox-orchestration -am test-compile
 * java -cp TEST_CLASSPATH dev.emovox.orchestration.HistoryRecorder 127.0.0.1:7233 src/test/resources/histories
 * }</pre>
 */
public final class HistoryRecorder {
  private static final Pattern IDENTITY = Pattern.compile("\"[^\"]*@[^\"]*\"");

  private final FlowUnderTest flow;
  private final Path folder;

  private HistoryRecorder(FlowUnderTest flow, Path folder) {
    this.flow = flow;
    this.folder = folder;
  }

  /** Records all; the arguments are the server's address and the folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TestEnvironmentOptions server =
        TestEnvironmentOptions.newBuilder()
            .setUseExternalService(true)
            .setTarget(arguments[0])
            .build();
    try (FlowUnderTest flow = new FlowUnderTest(TestWorkflowEnvironment.newInstance(server))) {
      HistoryRecorder recorder = new HistoryRecorder(flow, Path.of(arguments[1]));
      recorder.runWithMaps();
      recorder.scheduled();
      recorder.runWithFeatureSets();
      recorder.runWithAugmentation();
      recorder.runWithNetwork();
      recorder.twoStages();
      recorder.cancelled();
    }
    try (PromotionsUnderTest flow =
        new PromotionsUnderTest(TestWorkflowEnvironment.newInstance(server))) {
      promotions(flow, Path.of(arguments[1]));
    }
    try (DriftWatchUnderTest watch =
        new DriftWatchUnderTest(TestWorkflowEnvironment.newInstance(server))) {
      drift(watch, Path.of(arguments[1]));
    }
  }

  /** An alarm that is noted, one for which a schedule fires, and one too soon after it. */
  private static void drift(DriftWatchUnderTest watch, Path folder)
      throws IOException, InterruptedException {
    watch.report(DriftWatchUnderTest.alarm("a", null));
    watch.report(DriftWatchUnderTest.alarm("b", DriftWatchUnderTest.NIGHTLY));
    watch.alarms(2);
    watch.report(DriftWatchUnderTest.alarm("c", DriftWatchUnderTest.NIGHTLY));
    watch.alarms(3);
    write(watch.environment, DriftWatchUnderTest.ID, folder.resolve("drift-watch.json"));
  }

  private void runWithMaps() throws IOException {
    flow.start(Plans.twoByTwo("recorded-maps")).getResult(RunStatus.class);
    write("recorded-maps", "retraining-with-maps.json");
  }

  private void scheduled() throws IOException {
    String id = "schedule-recorded-2026-01-31T02:30:00Z";
    flow.start(id, Plans.scheduled("recorded", true)).getResult(ScheduleOutcome.class);
    write(id, "scheduled-retraining.json");
  }

  private void runWithFeatureSets() throws IOException {
    flow.start(Plans.withTwoFeatureSets(Plans.twoByTwo("recorded-sets")))
        .getResult(RunStatus.class);
    write("recorded-sets", "retraining-with-feature-sets.json");
  }

  private void runWithAugmentation() throws IOException {
    ExperimentPlan plan = Plans.withAugmentation(Plans.twoByTwo("recorded-copies"), Plans.noise());
    flow.start(plan).getResult(RunStatus.class);
    write(plan.runId(), "retraining-with-augmentation.json");
    write("recorded-copies/augment/noise/on/random/0-35", "augmentation.json");
  }

  private void runWithNetwork() throws IOException {
    flow.start(
            Plans.with(
                Plans.twoByTwo("recorded-run"),
                Networks.network(Networks.stage(Networks.FIRST, 2))))
        .getResult(RunStatus.class);
    write("recorded-run", "retraining-with-network.json");
  }

  /** The first stage stops early. */
  private void twoStages() throws IOException {
    flow.training.recallsByStage.put(Networks.FIRST, List.of(0.5, 0.7, 0.6));
    flow.start(
            Networks.request(
                "recorded-stages",
                Networks.network(
                    Networks.impatient(Networks.FIRST, 5), Networks.stage(Networks.SECOND, 2))))
        .getResult(FineTunedModel.class);
    write("recorded-stages", "fine-tuning.json");
  }

  private void cancelled() throws IOException, InterruptedException {
    CountDownLatch training = new CountDownLatch(1);
    flow.training.behaviour = (epoch, attempt) -> flow.training.untilCancelled(training);
    WorkflowStub network =
        flow.start(
            Networks.request(
                "recorded-cancelled", Networks.network(Networks.stage(Networks.FIRST, 2))));
    training.await();
    network.cancel();
    try {
      network.getResult(FineTunedModel.class);
    } catch (WorkflowFailedException expected) {
      write("recorded-cancelled", "fine-tuning-cancelled.json");
    }
  }

  /** One that was approved, one that was not, and one that the gate refused. */
  private static void promotions(PromotionsUnderTest flow, Path folder)
      throws IOException, InterruptedException {
    String id = PromotionsUnderTest.promotion(null).workflowId();
    WorkflowStub approved = flow.waiting(PromotionsUnderTest.FOUR_EYES);
    approved.update("approve", RecordedEntry.class, PromotionsUnderTest.says("grace"));
    approved.getResult(PromotionStatus.class);
    write(flow.environment, id, folder.resolve("promotion-approved.json"));
    flow.end(PromotionsUnderTest.promotion(new ApprovalPolicy(true, 1)));
    write(flow.environment, id, folder.resolve("promotion-timed-out.json"));
    flow.activities.objections = List.of("accuracy: too low.");
    flow.end(PromotionsUnderTest.promotion(null));
    write(flow.environment, id, folder.resolve("promotion-refused.json"));
  }

  private void write(String workflow, String file) throws IOException {
    write(flow.environment, workflow, folder.resolve(file));
  }

  private static void write(TestWorkflowEnvironment environment, String workflow, Path file)
      throws IOException {
    String history = environment.getWorkflowClient().fetchHistory(workflow).toJson(true);
    Files.writeString(
        file, IDENTITY.matcher(history).replaceAll("\"worker\"") + "\n", StandardCharsets.UTF_8);
  }
}
