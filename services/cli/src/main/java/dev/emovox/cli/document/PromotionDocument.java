package dev.emovox.cli.document;

import dev.emovox.contracts.ApprovalStatus;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.PromotionSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promotion as commands print it. What is not known, or not asked for, is null.
 *
 * @param id names it
 * @param kind what was asked for
 * @param model registered model
 * @param version its version
 * @param previousVersion the version that was served then
 * @param state where it stands
 * @param by who asked
 * @param reason why
 * @param gate name of the gate
 * @param objections why the gate was closed
 * @param gateReport where every check is told
 * @param approval how far the approval is
 * @param entry number of the entry that decided
 * @param acknowledged whether the prediction service was seen with the version
 * @param message what was seen of the service, or why it failed
 */
public record PromotionDocument(
    String id,
    PromotionKind kind,
    String model,
    String version,
    String previousVersion,
    PromotionState state,
    String by,
    String reason,
    String gate,
    List<String> objections,
    String gateReport,
    Approval approval,
    Long entry,
    Boolean acknowledged,
    String message) {

  /**
   * An approval.
   *
   * @param until after which silence is a rejection
   * @param fourEyes whether another than who asked must say it
   * @param agreed what was said
   * @param by who said it
   * @param reason why
   * @param entry number of the entry that records it
   */
  public record Approval(
      Instant until, boolean fourEyes, Boolean agreed, String by, String reason, Long entry) {
    static Approval of(ApprovalStatus status) {
      return new Approval(
          Instant.ofEpochMilli(status.untilMillis()),
          status.fourEyes(),
          status.agreed(),
          status.by(),
          status.reason(),
          status.entry() == null ? null : status.entry().number());
    }
  }

  /** The document of a promotion. */
  public static PromotionDocument of(PromotionStatus status) {
    PromotionOrder order = status.order();
    Optional<PromotionSubject> subject = Optional.ofNullable(status.subject());
    Optional<GateVerdict> verdict = Optional.ofNullable(status.verdict());
    String seen = status.acknowledgement() == null ? null : status.acknowledgement().message();
    return new PromotionDocument(
        order.id(),
        order.kind(),
        order.model(),
        subject.map(PromotionSubject::version).orElse(order.version()),
        subject.map(PromotionSubject::champion).orElse(null),
        status.state(),
        order.by(),
        order.reason(),
        order.gate() == null ? null : order.gate().name(),
        verdict.map(GateVerdict::objections).orElse(List.of()),
        verdict.map(its -> its.report().uri()).orElse(null),
        status.approval() == null ? null : Approval.of(status.approval()),
        status.entry() == null ? null : status.entry().number(),
        status.acknowledgement() == null ? null : status.acknowledgement().acknowledged(),
        status.error() == null ? seen : status.error());
  }
}
