package dev.emovox.cli.workplace;

import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Promotions and rollbacks of a model, one at a time. Every method throws {@link
 * dev.emovox.domain.ServerUnavailableException} if the service can't be reached.
 */
public interface Promotions extends AutoCloseable {
  /** States that are not left again. */
  Set<PromotionState> ENDS =
      Set.of(
          PromotionState.DONE,
          PromotionState.REFUSED,
          PromotionState.REJECTED,
          PromotionState.FAILED);

  /** Whether a promotion is over. */
  static boolean hasEnded(PromotionStatus status) {
    return ENDS.contains(status.state());
  }

  /** Whether there is a prediction service to be watched. */
  boolean watchesService();

  /** The registered model that they are about. */
  String model();

  /** The one that is under way. */
  Optional<PromotionStatus> underWay();

  /**
   * Starts one, which goes on whatever becomes of this process.
   *
   * @return what names it in {@link #status}
   * @throws dev.emovox.domain.WorkFailedException naming the one that is under way
   */
  PromotionHandle start(PromotionOrder order);

  /**
   * How far one is.
   *
   * @throws dev.emovox.domain.EmovoxException what it failed with
   * @throws dev.emovox.domain.ServerUnavailableException also if no worker answers
   */
  PromotionStatus status(PromotionHandle promotion);

  /** The newest first, at most so many. */
  List<PromotionStatus> newest(int limit);

  /**
   * Says something to the promotion that waits.
   *
   * @return the entry that records it
   * @throws dev.emovox.domain.InvalidInputException if it does not count, saying why
   */
  RecordedEntry say(boolean agrees, PromotionOpinion opinion);

  @Override
  void close();
}
