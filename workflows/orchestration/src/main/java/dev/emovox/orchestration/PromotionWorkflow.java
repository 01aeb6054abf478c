package dev.emovox.orchestration;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.Promotion;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/**
 * A promotion: its steps in order, opinions while they are asked for, and an end with a reason. A
 * closed gate and a rejection are ends like others; only what could not be done is a failure.
 */
public final class PromotionWorkflow implements Promotion {
  private final PromotionBoard board;
  private final OpinionRules rules;

  @WorkflowInit
  public PromotionWorkflow(PromotionOrder order) {
    board = new PromotionBoard(order);
    rules = new OpinionRules(order, board);
  }

  @Override
  public PromotionStatus run(PromotionOrder order) {
    try {
      new PromotionSteps(order, board).run();
    } catch (TemporalFailure failure) {
      board.failed(Failures.message(failure));
      answerAll();
      throw Failures.isCancellation(failure)
          ? new CanceledFailure("The promotion was cancelled; nothing was changed.")
          : Failures.ofRun(failure);
    }
    answerAll();
    return board.status();
  }

  /** Whoever said something gets an answer before the workflow ends. */
  private static void answerAll() {
    Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
        .run();
  }

  @Override
  public PromotionStatus status() {
    return board.status();
  }

  @Override
  public RecordedEntry approve(PromotionOpinion opinion) {
    return said(true, opinion);
  }

  @Override
  public void validateApproval(PromotionOpinion opinion) {
    rules.check(opinion);
  }

  @Override
  public RecordedEntry reject(PromotionOpinion opinion) {
    return said(false, opinion);
  }

  @Override
  public void validateRejection(PromotionOpinion opinion) {
    rules.checkRejection(opinion);
  }

  private RecordedEntry said(boolean agrees, PromotionOpinion opinion) {
    board.said(agrees, opinion.by(), opinion.reason());
    Workflow.await(() -> board.opinionEntry() != null || board.hasFailed());
    if (board.opinionEntry() == null) {
      throw ApplicationFailure.newNonRetryableFailure(
          "This could not be recorded: " + board.status().error(), FailureType.WORK_FAILED);
    }
    return board.opinionEntry();
  }
}
