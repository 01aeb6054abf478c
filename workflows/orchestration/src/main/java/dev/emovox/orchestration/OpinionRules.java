package dev.emovox.orchestration;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.domain.RecordedText;
import io.temporal.failure.ApplicationFailure;

/**
 * Which opinions count. What is refused here leaves no trace in the promotion.
 *
 * @param order what was asked for
 * @param board what is known
 */
record OpinionRules(PromotionOrder order, PromotionBoard board) {

  /**
   * Refuses what does not count.
   *
   * @throws ApplicationFailure saying why
   */
  void check(PromotionOpinion opinion) {
    require(opinion != null && isMeant(opinion.promotion()), "is not the promotion under way");
    require(board.waits(), "does not wait for approval");
    require(isGiven(opinion.by()), "needs the name of who decides");
    require(isText(opinion.by()), "needs a name of one line without control characters");
    require(
        opinion.reason() == null || isText(opinion.reason()),
        "takes a reason of one line without control characters");
    boolean same = opinion.by().strip().equalsIgnoreCase(order.by().strip());
    require(
        !same || !order.approval().fourEyes(),
        "was asked for by " + order.by() + ", so another person must decide");
  }

  /** Refuses what does not count as a rejection. */
  void checkRejection(PromotionOpinion opinion) {
    check(opinion);
    require(isGiven(opinion.reason()), "is rejected with a reason only");
  }

  private boolean isMeant(String promotion) {
    return order.id().equals(promotion) || board.isAboutVersion(promotion);
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  /** As the ledger has it; an entry that it would refuse must not stop a promotion. */
  private static boolean isText(String text) {
    return RecordedText.isFit(text);
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Promotion %s of model %s %s. `./emovox promotions` shows what waits."
              .formatted(order.id(), order.model(), what),
          FailureType.INVALID_INPUT);
    }
  }
}
