package dev.emovox.orchestration;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.GateSource;
import dev.emovox.contracts.Promotion;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.function.Predicate;

/** Promotions on Temporal's in-memory server, or on a server of one's own choice. */
final class PromotionsUnderTest implements AutoCloseable {
  static final ApprovalPolicy FOUR_EYES = new ApprovalPolicy(true, 3600);
  private static final long PAUSE_MILLIS = 20;

  final FakePromotion activities = new FakePromotion();
  final TestWorkflowEnvironment environment;

  PromotionsUnderTest(TestWorkflowEnvironment environment) {
    this.environment = environment;
    Worker worker = environment.newWorker(TaskQueues.CPU, Patience.onABusyMachine());
    worker.registerWorkflowImplementationTypes(PromotionWorkflow.class);
    worker.registerActivitiesImplementations(activities);
    environment.start();
  }

  static PromotionOrder order(PromotionKind kind, ApprovalPolicy approval) {
    GateSource gate =
        kind == PromotionKind.PROMOTION
            ? new GateSource("default", "better_than_chance: true")
            : null;
    String version = kind == PromotionKind.PROMOTION ? "3" : null;
    return new PromotionOrder(
        "promotion-3-of-emovox", kind, "emovox", version, "ada", "why not", gate, approval, 30);
  }

  static PromotionOrder promotion(ApprovalPolicy approval) {
    return order(PromotionKind.PROMOTION, approval);
  }

  static PromotionOpinion says(String who) {
    return new PromotionOpinion("promotion-3-of-emovox", who, "looked at it");
  }

  WorkflowStub start(PromotionOrder order) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(order.workflowId())
            .setTaskQueue(TaskQueues.CPU)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    Promotion promotion = environment.getWorkflowClient().newWorkflowStub(Promotion.class, options);
    WorkflowClient.start(promotion::run, order);
    return WorkflowStub.fromTyped(promotion);
  }

  PromotionStatus end(PromotionOrder order) {
    return start(order).getResult(PromotionStatus.class);
  }

  static PromotionStatus await(WorkflowStub promotion, Predicate<PromotionStatus> wanted)
      throws InterruptedException {
    PromotionStatus status = promotion.query("status", PromotionStatus.class);
    while (!wanted.test(status)) {
      Thread.sleep(PAUSE_MILLIS);
      status = promotion.query("status", PromotionStatus.class);
    }
    return status;
  }

  /** A promotion that waits for approval. */
  WorkflowStub waiting(ApprovalPolicy policy) throws InterruptedException {
    WorkflowStub promotion = start(promotion(policy));
    await(promotion, status -> status.state() == PromotionState.WAITING_FOR_APPROVAL);
    return promotion;
  }

  @Override
  public void close() {
    environment.close();
  }
}
