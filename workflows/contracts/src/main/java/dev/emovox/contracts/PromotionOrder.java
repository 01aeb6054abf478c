package dev.emovox.contracts;

/**
 * A wish to change what is served, fully decided.
 *
 * @param id names it for people; no two are alike
 * @param kind what is asked for
 * @param model registered model
 * @param version its version; null for a rollback to the version before, and for a resumption
 * @param by who asks
 * @param reason why, or null
 * @param gate what the version must show; null if nothing, which only a rollback and an open
 *     override may
 * @param approval null if no person need agree
 * @param acknowledgeWithinSeconds how long the prediction service is watched afterwards; 0 for not
 *     at all
 */
public record PromotionOrder(
    String id,
    PromotionKind kind,
    String model,
    String version,
    String by,
    String reason,
    GateSource gate,
    ApprovalPolicy approval,
    int acknowledgeWithinSeconds) {

  /** Id of the one workflow at a time that changes what is served of a model. */
  public static String workflowId(String model) {
    return "promotion/" + model;
  }

  /** Id of the workflow of this order. */
  public String workflowId() {
    return workflowId(model);
  }
}
