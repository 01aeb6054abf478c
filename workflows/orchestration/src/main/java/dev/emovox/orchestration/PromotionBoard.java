package dev.emovox.orchestration;

import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.ApprovalStatus;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RecordedEntry;

/** What is known of a promotion. */
final class PromotionBoard {
  private final PromotionOrder order;
  private PromotionState state = PromotionState.VERIFYING;
  private PromotionSubject subject;
  private GateVerdict verdict;
  private ApprovalStatus approval;
  private RecordedEntry entry;
  private Acknowledgement acknowledgement;
  private String error;

  PromotionBoard(PromotionOrder order) {
    this.order = order;
  }

  PromotionStatus status() {
    return new PromotionStatus(
        order, state, subject, verdict, approval, entry, acknowledgement, error);
  }

  void is(PromotionState now) {
    state = now;
  }

  boolean waits() {
    return state == PromotionState.WAITING_FOR_APPROVAL && approval.agreed() == null;
  }

  boolean isAboutVersion(String version) {
    return subject != null && subject.version().equals(version);
  }

  void verified(PromotionSubject found) {
    subject = found;
  }

  void judged(GateVerdict said) {
    verdict = said;
  }

  void waitsFor(ApprovalPolicy policy, long nowMillis) {
    long until = nowMillis + 1000 * policy.withinSeconds();
    approval = new ApprovalStatus(until, policy.fourEyes(), null, null, null, null);
    state = PromotionState.WAITING_FOR_APPROVAL;
  }

  void said(boolean agreed, String by, String reason) {
    approval =
        new ApprovalStatus(approval.untilMillis(), approval.fourEyes(), agreed, by, reason, null);
  }

  /** The opinion's entry; null until there is one. */
  RecordedEntry opinionEntry() {
    return approval == null ? null : approval.entry();
  }

  void opinionRecorded(RecordedEntry recorded) {
    approval =
        new ApprovalStatus(
            approval.untilMillis(),
            approval.fourEyes(),
            approval.agreed(),
            approval.by(),
            approval.reason(),
            recorded);
  }

  void rejected() {
    entry = approval.entry();
    state = PromotionState.REJECTED;
  }

  void decided(RecordedEntry recorded) {
    entry = recorded;
  }

  void watched(Acknowledgement seen) {
    acknowledgement = seen;
  }

  void failed(String why) {
    error = why;
    state = PromotionState.FAILED;
  }

  boolean hasFailed() {
    return state == PromotionState.FAILED;
  }
}
