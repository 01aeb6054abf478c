package dev.emovox.cli.promotion;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.render.PromotionWords;
import dev.emovox.cli.run.Pause;
import dev.emovox.cli.workplace.PromotionHandle;
import dev.emovox.cli.workplace.Promotions;
import dev.emovox.contracts.ApprovalStatus;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import java.time.Duration;
import java.time.Instant;

/** Starts a promotion and tells how it goes until it ends. What goes away is waited for. */
public final class PromotionFollower {
  private static final Duration LOOK = Duration.ofMillis(300);

  private final Promotions promotions;
  private final Console console;
  private final Pause pause;
  private PromotionState told;
  private boolean away;

  public PromotionFollower(Promotions promotions, Console console, Pause pause) {
    this.promotions = promotions;
    this.console = console;
    this.pause = pause;
  }

  /**
   * Starts it; the result names it in {@link #follow}.
   *
   * @param queue whether to wait for one that is under way
   * @throws WorkFailedException if another is under way and is not to be waited for
   */
  public PromotionHandle start(PromotionOrder order, boolean queue) {
    boolean said = false;
    while (queue && promotions.underWay().isPresent()) {
      if (!said) {
        console.message(
            "Another promotion of %s is under way; waiting for its end.".formatted(order.model()));
        said = true;
      }
      rest();
    }
    return promotions.start(order);
  }

  /**
   * Waits for its end.
   *
   * @return the entry that was written
   * @throws WorkFailedException if the gate was closed, somebody refused, or it could not be done
   */
  public RecordedEntry follow(PromotionHandle promotion) {
    while (true) {
      PromotionStatus status = look(promotion);
      if (status != null && Promotions.hasEnded(status)) {
        return outcome(status);
      }
      rest();
    }
  }

  private PromotionStatus look(PromotionHandle promotion) {
    try {
      PromotionStatus status = promotions.status(promotion);
      if (away) {
        console.message("The promotion answers again.");
        away = false;
      }
      tell(status);
      return status;
    } catch (ServerUnavailableException e) {
      if (!away) {
        console.message(e.getMessage() + " Waiting for it; the promotion is kept.");
        away = true;
      }
      return null;
    }
  }

  private void tell(PromotionStatus status) {
    if (status.state() == told) {
      return;
    }
    told = status.state();
    if (told == PromotionState.WAITING_FOR_APPROVAL) {
      ApprovalStatus approval = status.approval();
      console.message(
          "Waiting until %s for %s to agree: `./emovox approve %s --by NAME`, or reject. Ctrl-C only stops watching."
              .formatted(
                  Instant.ofEpochMilli(approval.untilMillis()),
                  approval.fourEyes() ? "another than " + status.order().by() : "somebody",
                  status.order().id()));
    } else if (console.interactive()) {
      console.live(PromotionWords.of(told));
    }
  }

  private RecordedEntry outcome(PromotionStatus status) {
    return switch (status.state()) {
      case DONE -> {
        if (status.acknowledgement() != null) {
          console.message(status.acknowledgement().message());
        }
        yield status.entry();
      }
      case REFUSED ->
          throw new WorkFailedException(
              "Version %s is not promoted: the gate '%s' is closed. %s What is served stays as it is. Every check is in %s.%s"
                  .formatted(
                      status.subject().version(),
                      status.order().gate().name(),
                      String.join(" ", status.verdict().objections()),
                      status.verdict().report().uri(),
                      recorded(status.entry())));
      case REJECTED ->
          throw new WorkFailedException(
              "Version %s is not promoted: rejected by %s: %s What is served stays as it is. Entry %d of the ledger records it."
                  .formatted(
                      status.subject().version(),
                      status.approval().by(),
                      PromotionWords.sentence(status.approval().reason()),
                      status.entry().number()));
      default -> throw new WorkFailedException(status.error());
    };
  }

  /** Refusals of before they were recorded have no entry. */
  private static String recorded(RecordedEntry entry) {
    return entry == null ? "" : " Entry %d of the ledger records it.".formatted(entry.number());
  }

  private void rest() {
    try {
      pause.of(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException("Interrupted while watching the promotion, which goes on.", e);
    }
  }
}
