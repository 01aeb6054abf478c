package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** The steps of a promotion. Each may be repeated: it finds what an earlier attempt left. */
@ActivityInterface
public interface PromotionActivities {

  /**
   * Finds and verifies the version that an order is about; changes nothing, except that a decision
   * of before that was interrupted is carried out if it is what is asked for.
   */
  PromotionSubject verifyPackage(PromotionOrder order);

  /** Asks the gate. */
  GateVerdict judge(PromotionStep step);

  /** Records that the gate is closed. */
  RecordedEntry recordRefusal(RefusalRecord refusal);

  /** Records what a person said. */
  RecordedEntry recordOpinion(OpinionRecord opinion);

  /** Writes the decision to the ledger, then moves the alias. */
  RecordedEntry decide(PromotionStep step);

  /** Watches the prediction service until it answers with the version. */
  Acknowledgement awaitServing(AcknowledgementRequest request);
}
