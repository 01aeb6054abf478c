package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One promotion, whose worker is killed at every step of it: after each activity has done its work
 * and before Temporal hears of it, and between the ledger's entry and the alias.
 */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionCrashIT {
  private static final String MODEL = "promotion-crash-it";
  private static final String GATE = "better_than_chance: true";

  private Path folder;
  private Endpoints endpoints;

  @BeforeAll
  void start(Stack.Running stack, @TempDir Path scratch) {
    folder = scratch;
    endpoints = stack.withBucket(MODEL);
    PromotableVersions.make(endpoints, MODEL, scratch);
  }

  private Map<String, String> environment(String haltAfter) {
    Map<String, String> environment = new HashMap<>();
    environment.put("EMOVOX_HOME", folder.resolve("home").toString());
    environment.put("EMOVOX_TEST_HALT_AFTER", haltAfter);
    return environment;
  }

  /** A worker that dies when it has done an activity. */
  private void workUntil(String activity) throws InterruptedException {
    Path log = folder.resolve(activity + ".log");
    try (WorkerJvm worker =
        WorkerJvm.start(HaltingWorkerMain.class, endpoints, log, environment(activity))) {
      worker.awaitEnd();
    }
  }

  @Test
  @Order(1)
  void eachKillLeavesNothingOrAllOfIt() throws Exception {
    try (Promotions promotions = new Promotions(endpoints, MODEL, folder)) {
      WorkflowStub promotion =
          promotions.start(
              Promotions.watching(
                  promotions.promotion("p", "1", GATE, new ApprovalPolicy(true, 3600)), 1));
      workUntil("VerifyPackage");
      workUntil("Judge");
      assertThat(promotions.head()).isZero();
      assertThat(promotions.served()).isEmpty();

      CompletableFuture<RecordedEntry> approval = approve(promotion);
      workUntil("RecordOpinion");
      assertThat(promotions.kindsAfter(0)).containsExactly("genesis", "approval");
      assertThat(promotions.served()).isEmpty();

      killBeforeTheAlias();
      assertThat(promotions.kindsAfter(0)).containsExactly("genesis", "approval", "promotion");
      assertThat(promotions.served()).isEmpty();
      assertThat(promotions.findings()).containsExactly("ledger_decision_not_carried_out");

      workUntil("Decide");
      assertThat(promotions.served()).contains("1");
      assertThat(promotions.findings()).isEmpty();
      workUntil("AwaitServing");

      try (WorkerJvm last =
          WorkerJvm.start(endpoints, folder.resolve("last.log"), environment(""))) {
        assertThat(Promotions.result(promotion).state()).isEqualTo(PromotionState.DONE);
        assertThat(approval.get().number()).isEqualTo(2);
        assertThat(last.stop()).isEqualTo(143);
      }
      assertThat(promotions.kindsAfter(0)).containsExactly("genesis", "approval", "promotion");
      assertThat(promotions.served()).contains("1");
      assertThat(promotions.findings()).isEmpty();
    }
  }

  /** Waits, in the background, for a worker that hears it. */
  private static CompletableFuture<RecordedEntry> approve(WorkflowStub promotion) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Promotions.await(promotion, PromotionState.WAITING_FOR_APPROVAL);
            return Promotions.say(promotion, "approve", new PromotionOpinion("p", "grace", null));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void killBeforeTheAlias() throws InterruptedException {
    try (AliasWatch watch = new AliasWatch(endpoints);
        WorkerJvm worker =
            WorkerJvm.start(
                watch.between(endpoints), folder.resolve("alias.log"), environment(""))) {
      watch.kills(worker);
      worker.awaitEnd();
    }
  }

  @Test
  @Order(2)
  void aRollbackThatWasKilledWhenItWasDoneIsNotDoneTwice() throws InterruptedException {
    try (Promotions promotions = new Promotions(endpoints, MODEL, folder)) {
      try (InProcessWorker worker = InProcessWorker.start(endpoints, environment(""))) {
        promotions.end(promotions.promotion("p-1", "1", GATE, null));
        promotions.end(promotions.promotion("p-2", "2", null, null));
      }
      long head = promotions.head();
      WorkflowStub rollback = promotions.start(promotions.rollback("r"));
      workUntil("Decide");
      try (InProcessWorker worker = InProcessWorker.start(endpoints, environment(""))) {
        assertThat(Promotions.result(rollback).state()).isEqualTo(PromotionState.DONE);
      }
      assertThat(promotions.kindsAfter(head)).isEqualTo(List.of("rollback"));
      assertThat(promotions.served()).contains("1");
      assertThat(promotions.findings()).isEmpty();
    }
  }
}
