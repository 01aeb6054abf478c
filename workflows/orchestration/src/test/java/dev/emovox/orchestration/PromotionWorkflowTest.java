package dev.emovox.orchestration;

import static dev.emovox.orchestration.PromotionsUnderTest.FOUR_EYES;
import static dev.emovox.orchestration.PromotionsUnderTest.promotion;
import static dev.emovox.orchestration.PromotionsUnderTest.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.PromotionEvidence;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RefusalRecord;
import dev.emovox.domain.Digest;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionWorkflowTest {
  private PromotionsUnderTest flow;

  @BeforeEach
  void start() {
    flow = new PromotionsUnderTest(TestWorkflowEnvironment.newInstance());
  }

  @AfterEach
  void stop() {
    flow.close();
  }

  private List<String> steps() {
    return flow.activities.journal.entries();
  }

  @Test
  void verifiesJudgesDecidesAndWatches() {
    PromotionStatus status = flow.end(promotion(null));
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.entry().number()).isEqualTo(2);
    assertThat(status.acknowledgement().acknowledged()).isTrue();
    assertThat(steps()).containsExactly("verify", "judge", "decide", "watch");
    assertThat(flow.activities.decided.get(0).evidence())
        .containsExactly(
            new PromotionEvidence("gate-report", FakeArtifacts.ref("report").digest()));
  }

  @Test
  void aClosedGateChangesNothingAndIsRecorded() {
    flow.activities.objections = List.of("accuracy: too low.");
    PromotionStatus status = flow.end(promotion(FOUR_EYES));
    assertThat(status.state()).isEqualTo(PromotionState.REFUSED);
    assertThat(status.verdict().objections()).containsExactly("accuracy: too low.");
    assertThat(status.entry().number()).isEqualTo(2);
    assertThat(steps()).containsExactly("verify", "judge", "refusal");
    RefusalRecord refusal = flow.activities.refusals.get(0);
    assertThat(refusal.verdict()).isEqualTo(status.verdict());
    assertThat(refusal.step().evidence())
        .containsExactly(
            new PromotionEvidence("gate-report", FakeArtifacts.ref("report").digest()));
  }

  @Test
  void anApprovalIsEvidence() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(FOUR_EYES);
    assertThat(steps()).containsExactly("verify", "judge");
    RecordedEntry approval = promotion.update("approve", RecordedEntry.class, says("grace"));
    PromotionStatus status = promotion.getResult(PromotionStatus.class);
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.approval().by()).isEqualTo("grace");
    assertThat(status.approval().entry()).isEqualTo(approval);
    assertThat(status.entry().number()).isEqualTo(3);
    assertThat(flow.activities.decided.get(0).evidence())
        .contains(new PromotionEvidence("approval", approval.digest()));
    assertThat(steps()).containsExactly("verify", "judge", "opinion", "decide", "watch");
  }

  @Test
  void aRejectionChangesNothing() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(FOUR_EYES);
    RecordedEntry rejection = promotion.update("reject", RecordedEntry.class, says("grace"));
    PromotionStatus status = promotion.getResult(PromotionStatus.class);
    assertThat(status.state()).isEqualTo(PromotionState.REJECTED);
    assertThat(status.entry()).isEqualTo(rejection);
    assertThat(status.approval().reason()).isEqualTo("looked at it");
    assertThat(steps()).containsExactly("verify", "judge", "opinion");
  }

  @Test
  void silenceIsARejectionAndRecorded() {
    PromotionStatus status = flow.end(promotion(new ApprovalPolicy(false, 90)));
    assertThat(status.state()).isEqualTo(PromotionState.REJECTED);
    assertThat(status.approval().by()).isEqualTo("time-out");
    assertThat(status.approval().reason()).isEqualTo("Nobody approved it within 1 min 30 s.");
    assertThat(flow.activities.opinions.get(0).agrees()).isFalse();
    assertThat(flow.activities.decided).isEmpty();
  }

  @Test
  void opinionsThatDoNotCountLeaveThePromotionWaiting() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(FOUR_EYES);
    refused(promotion, "approve", says(" "), "needs the name");
    refused(promotion, "approve", says(null), "needs the name");
    refused(promotion, "approve", says("Ada "), "another person must decide");
    refused(promotion, "approve", says("gr\nace"), "one line");
    refused(promotion, "approve", new PromotionOpinion("other", "grace", null), "is not the");
    refused(promotion, "reject", new PromotionOpinion("3", "grace", null), "with a reason");
    refused(promotion, "reject", new PromotionOpinion("3", "ada", "no"), "another person");
    assertThat(flow.activities.opinions).isEmpty();
    // The version names what waits as well as the id does.
    promotion.update("approve", RecordedEntry.class, new PromotionOpinion("3", "grace", null));
    assertThat(promotion.getResult(PromotionStatus.class).state()).isEqualTo(PromotionState.DONE);
  }

  private static void refused(
      WorkflowStub promotion, String update, PromotionOpinion opinion, String why) {
    assertThatThrownBy(() -> promotion.update(update, RecordedEntry.class, opinion))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining(why)
        .hasStackTraceContaining("promotion-3-of-emovox");
  }

  @Test
  void withoutFourEyesTheOneWhoAskedMayApprove() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(new ApprovalPolicy(false, 3600));
    promotion.update("approve", RecordedEntry.class, says("ada"));
    assertThat(promotion.getResult(PromotionStatus.class).state()).isEqualTo(PromotionState.DONE);
  }

  @Test
  void anOpinionThatCanNotBeRecordedIsAnsweredAndNothingChanges() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(FOUR_EYES);
    flow.activities.recording =
        attempt -> {
          throw ApplicationFailure.newNonRetryableFailure("No key.", FailureType.WORK_FAILED);
        };
    assertThatThrownBy(() -> promotion.update("approve", RecordedEntry.class, says("grace")))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("could not be recorded: No key.");
    assertThatThrownBy(() -> promotion.getResult(PromotionStatus.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(flow.activities.decided).isEmpty();
  }

  @Test
  void whatIsInForceAlreadyIsLeftAlone() {
    flow.activities.standing = new RecordedEntry(7, Digest.of("entry 7"));
    PromotionStatus status = flow.end(promotion(FOUR_EYES));
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.entry().number()).isEqualTo(7);
    assertThat(steps()).containsExactly("verify", "watch");
  }

  @Test
  void aRollbackNeedsNoGate() {
    PromotionStatus status = flow.end(PromotionsUnderTest.order(PromotionKind.ROLLBACK, null));
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.subject().version()).isEqualTo("1");
    assertThat(steps()).containsExactly("verify", "decide", "watch");
  }

  @Test
  void theSecondOfTwoAtOnceIsRefused() throws InterruptedException {
    WorkflowStub first = flow.waiting(FOUR_EYES);
    assertThatThrownBy(() -> flow.start(promotion(null)))
        .isInstanceOf(WorkflowExecutionAlreadyStarted.class);
    first.update("reject", RecordedEntry.class, says("grace"));
    first.getResult(PromotionStatus.class);
    assertThat(flow.end(promotion(null)).state()).isEqualTo(PromotionState.DONE);
  }

  @Test
  void aDamagedPackageFailsWithItsReason() {
    flow.activities.verifying =
        attempt -> {
          throw ApplicationFailure.newNonRetryableFailure(
              "model.json was changed.", FailureType.WORK_FAILED);
        };
    WorkflowStub promotion = flow.start(promotion(null));
    assertThatThrownBy(() -> promotion.getResult(PromotionStatus.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("model.json was changed.");
    PromotionStatus status = promotion.query("status", PromotionStatus.class);
    assertThat(status.state()).isEqualTo(PromotionState.FAILED);
    assertThat(status.error()).isEqualTo("model.json was changed.");
    assertThat(steps()).containsExactly("verify");
  }

  @Test
  void aServiceThatCanNotBeWatchedUndoesNothing() {
    flow.activities.watching =
        attempt -> {
          throw ApplicationFailure.newNonRetryableFailure("No service.", FailureType.WORK_FAILED);
        };
    PromotionStatus status = flow.end(promotion(null));
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.acknowledgement().acknowledged()).isFalse();
    assertThat(status.acknowledgement().message()).isEqualTo("No service.");
  }

  @Test
  void oneThatWaitsCanBeCancelled() throws InterruptedException {
    WorkflowStub promotion = flow.waiting(FOUR_EYES);
    promotion.cancel();
    assertThatThrownBy(() -> promotion.getResult(PromotionStatus.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(flow.activities.decided).isEmpty();
    assertThat(flow.activities.opinions).isEmpty();
  }
}
