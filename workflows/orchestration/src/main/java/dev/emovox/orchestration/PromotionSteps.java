package dev.emovox.orchestration;

import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.ApprovalStatus;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.OpinionRecord;
import dev.emovox.contracts.PromotionActivities;
import dev.emovox.contracts.PromotionEvidence;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RefusalRecord;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The steps of a promotion, one after the other. */
final class PromotionSteps {
  private static final String SILENCE = "time-out";

  private final PromotionOrder order;
  private final PromotionBoard board;
  private final PromotionActivities activities = Activities.promotion();
  private final List<PromotionEvidence> evidence = new ArrayList<>();

  PromotionSteps(PromotionOrder order, PromotionBoard board) {
    this.order = order;
    this.board = board;
  }

  void run() {
    PromotionSubject subject = activities.verifyPackage(order);
    board.verified(subject);
    if (subject.standing() != null) {
      board.decided(subject.standing());
    } else if (passesGate(subject) && isApproved(subject)) {
      board.is(PromotionState.DECIDING);
      board.decided(uninterrupted(() -> activities.decide(step(subject))));
    } else {
      return;
    }
    watch(subject);
    board.is(PromotionState.DONE);
  }

  private PromotionStep step(PromotionSubject subject) {
    return new PromotionStep(order, subject, List.copyOf(evidence));
  }

  private boolean passesGate(PromotionSubject subject) {
    if (order.gate() == null) {
      return true;
    }
    board.is(PromotionState.JUDGING);
    GateVerdict verdict = activities.judge(step(subject));
    board.judged(verdict);
    evidence.add(new PromotionEvidence("gate-report", verdict.report().digest()));
    if (!verdict.passed()) {
      refuse(new RefusalRecord(step(subject), verdict));
    }
    return verdict.passed();
  }

  /** Promotions that were refused before refusals were recorded have ended without an entry. */
  private void refuse(RefusalRecord record) {
    if (Workflow.getVersion("refusal-entry", Workflow.DEFAULT_VERSION, 1) == 1) {
      board.decided(uninterrupted(() -> activities.recordRefusal(record)));
    }
    board.is(PromotionState.REFUSED);
  }

  private boolean isApproved(PromotionSubject subject) {
    if (order.approval() == null) {
      return true;
    }
    await(order.approval());
    ApprovalStatus said = board.status().approval();
    PromotionOpinion opinion = new PromotionOpinion(order.id(), said.by(), said.reason());
    OpinionRecord record = new OpinionRecord(step(subject), said.agreed(), opinion);
    RecordedEntry recorded = uninterrupted(() -> activities.recordOpinion(record));
    board.opinionRecorded(recorded);
    evidence.add(new PromotionEvidence("approval", recorded.digest()));
    if (!said.agreed()) {
      board.rejected();
    }
    return said.agreed();
  }

  private void await(ApprovalPolicy policy) {
    board.waitsFor(policy, Workflow.currentTimeMillis());
    Duration patience = Duration.ofSeconds(policy.withinSeconds());
    if (!Workflow.await(patience, () -> !board.waits())) {
      board.said(false, SILENCE, "Nobody approved it within %s.".formatted(words(patience)));
    }
  }

  private static String words(Duration duration) {
    return duration.toHours() >= 1
        ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
        : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  /** What changes something is not left alone in the middle, whoever cancels the promotion. */
  private static <T> T uninterrupted(Supplier<T> work) {
    CompletablePromise<T> result = Workflow.newPromise();
    Workflow.newDetachedCancellationScope(() -> result.complete(work.get())).run();
    return result.get();
  }

  /** What was decided stays decided, whatever is seen of the service. */
  private void watch(PromotionSubject subject) {
    if (order.acknowledgeWithinSeconds() == 0) {
      return;
    }
    board.is(PromotionState.WATCHING);
    AcknowledgementRequest request =
        new AcknowledgementRequest(
            order.model(),
            subject.version(),
            subject.packageDigest(),
            order.acknowledgeWithinSeconds());
    board.watched(uninterrupted(() -> seen(request)));
  }

  private static Acknowledgement seen(AcknowledgementRequest request) {
    try {
      return Activities.serving().awaitServing(request);
    } catch (ActivityFailure failure) {
      return new Acknowledgement(false, Failures.message(failure), 0);
    }
  }
}
