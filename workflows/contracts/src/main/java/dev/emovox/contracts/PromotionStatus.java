package dev.emovox.contracts;

/**
 * All that is known of a promotion at a moment; also the workflow's result.
 *
 * @param order what was asked for
 * @param state where it stands
 * @param subject what it is about; null until that is known
 * @param verdict what the gate said; null until it did, and without a gate
 * @param approval how far the approval is; null where none is needed, or not yet
 * @param entry the entry that decided, or the refusal's or rejection's; null until there is one
 * @param acknowledgement what was seen of the prediction service; null until then
 * @param error one paragraph if it failed, else null
 */
public record PromotionStatus(
    PromotionOrder order,
    PromotionState state,
    PromotionSubject subject,
    GateVerdict verdict,
    ApprovalStatus approval,
    RecordedEntry entry,
    Acknowledgement acknowledgement,
    String error) {}
