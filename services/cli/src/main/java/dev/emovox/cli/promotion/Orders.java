package dev.emovox.cli.promotion;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.GateSource;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.gate.settings.ApprovalRule;
import dev.emovox.gate.settings.GateSettings;
import dev.emovox.ledger.entry.Decision;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides wishes fully.
 *
 * @param model registered model
 * @param gates where gates lie
 * @param watchesService whether there is a prediction service to watch
 * @param clock the time
 */
public record Orders(String model, GateFiles gates, boolean watchesService, Clock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int SUFFIXES = 1 << 16;
  private static final int WATCH_SECONDS = 60;
  private static final ApprovalRule STANDARD_APPROVAL = new ApprovalRule(true, 72);
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * A promotion.
   *
   * @param gate name or file of the gate, or {@code none}
   * @param requireApproval whether a person must agree even if the gate does not ask for that
   * @throws InvalidInputException if there is no such gate, or none is wanted and no reason given
   */
  public PromotionOrder promotion(
      String version, Decision.Reasoned by, String gate, boolean requireApproval) {
    if (gate.equals(GateFiles.NONE)) {
      return unguarded(version, by, requireApproval);
    }
    GateSource source = gates.find(gate);
    GateSettings settings = GateSettings.read(source.text(), source.name());
    Optional<ApprovalRule> approval =
        settings.approval().or(() -> standardApproval(requireApproval));
    return order(
        PromotionKind.PROMOTION,
        version,
        by,
        new Demands(source, approval, settings.acknowledgeWithinSeconds()));
  }

  private PromotionOrder unguarded(String version, Decision.Reasoned by, boolean requireApproval) {
    if (by.reason() == null || by.reason().isBlank()) {
      throw new InvalidInputException(
          "A promotion without a gate needs a reason: add --reason TEXT. The ledger keeps it, and that there was no gate.");
    }
    return order(
        PromotionKind.PROMOTION,
        version,
        by,
        new Demands(null, standardApproval(requireApproval), WATCH_SECONDS));
  }

  private static Optional<ApprovalRule> standardApproval(boolean required) {
    return required ? Optional.of(STANDARD_APPROVAL) : Optional.empty();
  }

  /**
   * A rollback.
   *
   * @param version one that was served earlier, or null for the one before the present one
   */
  public PromotionOrder rollback(String version, Decision.Reasoned by) {
    return order(PromotionKind.ROLLBACK, version, by, Demands.NONE);
  }

  /** Carrying the last decision out. */
  public PromotionOrder resumption(Decision.Reasoned by) {
    return order(PromotionKind.RESUMPTION, null, by, Demands.NONE);
  }

  private record Demands(GateSource gate, Optional<ApprovalRule> approval, int watchSeconds) {
    static final Demands NONE = new Demands(null, Optional.empty(), WATCH_SECONDS);

    ApprovalPolicy policy() {
      return approval
          .map(
              rule ->
                  new ApprovalPolicy(
                      rule.fourEyes(),
                      Math.max(1, Math.round(rule.withinHours() * SECONDS_PER_HOUR))))
          .orElse(null);
    }
  }

  private PromotionOrder order(
      PromotionKind kind, String version, Decision.Reasoned by, Demands demands) {
    String id =
        "%s-%s-%04x"
            .formatted(
                kind.name().toLowerCase(Locale.ROOT),
                TIME.format(clock.instant()),
                new SecureRandom().nextInt(SUFFIXES));
    return new PromotionOrder(
        id,
        kind,
        model,
        version,
        by.actor(),
        by.reason(),
        demands.gate(),
        demands.policy(),
        watchesService ? demands.watchSeconds() : 0);
  }
}
