package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.Endpoints;
import io.minio.errors.MinioException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fine-tuned network before the gate {@code configs/gates/strict.yaml}, with the audit in it, on
 * real servers.
 */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrictGateIT {
  private static final String MODEL = "strict-gate-it";
  private static final ApprovalPolicy FOUR_EYES = new ApprovalPolicy(true, 600);
  private static final Pattern LEAST = Pattern.compile("(at_least|recall): 0\\.\\d+");

  private Endpoints endpoints;
  private InProcessWorker worker;
  private Promotions promotions;
  private RunStatus run;
  private String strict;

  @BeforeAll
  void train(Stack.Running stack, @TempDir Path folder) throws IOException {
    endpoints = stack.withBucket(MODEL);
    strict = Files.readString(SmallExperiment.checkout().resolve("configs/gates/strict.yaml"));
    SmallExperiment.speech(folder.resolve("speech"));
    worker =
        InProcessWorker.start(
            endpoints,
            Map.of(
                "EMOVOX_HOME", folder.resolve("home").toString(),
                "EMOVOX_THREADS", "1",
                "EMOVOX_CACHE_DIR", folder.resolve("cache").toString()));
    promotions = new Promotions(endpoints, MODEL, folder);
    ExperimentPlan plan =
        AuditableRun.plan(
            "strict-gate-1", MODEL, folder.resolve("speech"), List.of(SmallNetwork.settings(2)));
    try (Runs runs = new Runs(endpoints.temporal())) {
      run = runs.result(runs.start(plan));
    }
  }

  @AfterAll
  void stop() {
    promotions.close();
    worker.close();
  }

  /** The same gate with limits that every network reaches. */
  private String lenient() {
    return LEAST.matcher(strict).replaceAll("$1: 0");
  }

  @Test
  @Order(1)
  void aNetworkThatIsNotGoodEnoughIsRefusedForWhatItsTestSays() {
    PromotionStatus status = promotions.end(promotions.promotion("s-1", "1", strict, FOUR_EYES));

    assertThat(status.state()).isEqualTo(PromotionState.REFUSED);
    assertThat(status.verdict().objections())
        .isNotEmpty()
        .allMatch(objection -> objection.matches("(unweighted average recall|accuracy|recall).*"));
    assertThat(promotions.served()).isEmpty();
  }

  @Test
  @Order(2)
  void whatWasChangedBehindItsBackIsRefusedByTheAuditInTheGate() throws MinioException {
    ArtifactRef clips = run.networks().get(0).start().stage().output("training-clips");
    Bucket bucket = new Bucket(endpoints.s3());
    byte[] whole = bucket.read(clips.uri());
    bucket.write(clips.uri(), new byte[whole.length]);

    PromotionStatus status = promotions.end(promotions.promotion("s-2", "1", lenient(), FOUR_EYES));

    assertThat(status.state()).isEqualTo(PromotionState.REFUSED);
    assertThat(status.verdict().objections())
        .singleElement()
        .asString()
        .startsWith("audit: It found: artifact-changed at " + clips.uri());
    bucket.write(clips.uri(), whole);
  }

  @Test
  @Order(3)
  void aCleanNetworkWithinItsBudgetsIsPromotedOnceAnotherPersonAgrees()
      throws InterruptedException {
    WorkflowStub promotion =
        promotions.start(promotions.promotion("s-3", "1", lenient(), FOUR_EYES));
    Promotions.await(promotion, PromotionState.WAITING_FOR_APPROVAL);
    Promotions.say(promotion, "approve", new PromotionOpinion("s-3", "grace", "heard it"));

    PromotionStatus status = Promotions.result(promotion);

    assertThat(status.verdict().objections()).isEmpty();
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(promotions.served()).contains("1");
    assertThat(promotions.findings()).isEmpty();
  }
}
