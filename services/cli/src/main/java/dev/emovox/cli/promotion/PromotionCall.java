package dev.emovox.cli.promotion;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Interruption;
import dev.emovox.cli.run.Pause;
import dev.emovox.cli.workplace.LedgerAccess;
import dev.emovox.cli.workplace.PromotionHandle;
import dev.emovox.cli.workplace.Promotions;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.SignedEntry;
import java.time.Clock;
import java.util.function.Function;

/**
 * Has what is served changed by a worker.
 *
 * @param workplace the servers
 * @param console told how it goes
 * @param clock the time
 * @param pause lets time pass
 */
public record PromotionCall(Workplace workplace, Console console, Clock clock, Pause pause) {

  /**
   * Starts a change and waits for its end.
   *
   * @param wish what is wished for
   * @param queue whether to wait for one that is under way
   * @return the entry that records it
   */
  public SignedEntry carryOut(Function<Orders, PromotionOrder> wish, boolean queue) {
    try (Promotions promotions = workplace.promotions()) {
      PromotionFollower follower = new PromotionFollower(promotions, console, pause);
      PromotionOrder order = wish.apply(orders(promotions));
      PromotionHandle handle = follower.start(order, queue);
      return entry(
          Interruption.tells(
              () ->
                  console.message(
                      "%s goes on; `./emovox promotions` shows it.".formatted(order.id())),
              () -> follower.follow(handle)));
    }
  }

  /** Starts a change and returns. */
  public PromotionStatus start(Function<Orders, PromotionOrder> wish, boolean queue) {
    try (Promotions promotions = workplace.promotions()) {
      PromotionFollower follower = new PromotionFollower(promotions, console, pause);
      PromotionOrder order = wish.apply(orders(promotions));
      return begun(order, promotions, follower.start(order, queue));
    }
  }

  /** Without a worker it has begun all the same. */
  private PromotionStatus begun(
      PromotionOrder order, Promotions promotions, PromotionHandle handle) {
    try {
      return promotions.status(handle);
    } catch (ServerUnavailableException e) {
      console.message(e.getMessage() + " The promotion is kept until then.");
      return new PromotionStatus(
          order, PromotionState.VERIFYING, null, null, null, null, null, null);
    }
  }

  /**
   * Agrees or disagrees with the promotion that waits.
   *
   * @return the entry that records it
   */
  public SignedEntry say(boolean agrees, PromotionOpinion opinion) {
    try (Promotions promotions = workplace.promotions()) {
      return entry(promotions.say(agrees, opinion));
    }
  }

  private Orders orders(Promotions promotions) {
    GateFiles gates = new GateFiles(workplace.checkout().gates());
    return new Orders(promotions.model(), gates, promotions.watchesService(), clock);
  }

  /** An entry that a worker says it wrote, as it is in the ledger. */
  private SignedEntry entry(RecordedEntry recorded) {
    try (LedgerAccess ledger = workplace.ledger()) {
      SignedEntry found = ledger.entry(recorded.number());
      if (!found.digest().equals(recorded.digest())) {
        throw new WorkFailedException(
            "Entry %d of the ledger has the digest %s, and the worker wrote %s. Look at `./emovox ledger verify`, and whether worker and command line use the same bucket."
                .formatted(recorded.number(), found.digest(), recorded.digest()));
      }
      return found;
    }
  }
}
