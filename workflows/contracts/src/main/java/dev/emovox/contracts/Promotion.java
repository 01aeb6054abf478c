package dev.emovox.contracts;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Changes what is served of a model: package verified, gate, approval, ledger, alias, service. The
 * workflow's id is that of the model, so there is one at a time.
 */
@WorkflowInterface
public interface Promotion {

  /** Carries the order out, or ends with what kept it from that; the result is the last status. */
  @WorkflowMethod
  PromotionStatus run(PromotionOrder order);

  /** How far it is; answered after its end, too. */
  @QueryMethod
  PromotionStatus status();

  /** A person agrees; the result is the entry that records it. */
  @UpdateMethod
  RecordedEntry approve(PromotionOpinion opinion);

  /** Refuses opinions that do not count. */
  @UpdateValidatorMethod(updateName = "approve")
  void validateApproval(PromotionOpinion opinion);

  /** A person refuses; the result is the entry that records it. */
  @UpdateMethod
  RecordedEntry reject(PromotionOpinion opinion);

  /** Refuses opinions that do not count. */
  @UpdateValidatorMethod(updateName = "reject")
  void validateRejection(PromotionOpinion opinion);
}
