package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promotions on real servers; each test goes on where the one before ended. */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionIT {
  private static final String MODEL = "promotion-it";
  private static final String OPEN = "better_than_chance: true\nbudgets: {megabytes: 100}\n";
  private static final String CLOSED = "scores: [{metric: accuracy, at_least: 1}]\n";
  private static final ApprovalPolicy FOUR_EYES = new ApprovalPolicy(true, 600);
  private static final ApprovalPolicy FOUR_EYES_SHORT = new ApprovalPolicy(true, 1);

  private InProcessWorker worker;
  private Promotions promotions;
  private HttpServer service;
  private volatile String answer = "{}";

  @BeforeAll
  void start(Stack.Running stack, @TempDir Path scratch) throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/v1/model",
        exchange -> {
          try (exchange) {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    service.start();
    Endpoints all = stack.withBucket(MODEL);
    URI address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    Endpoints endpoints = new Endpoints(all.temporal(), all.s3(), all.mlflow(), address);
    PromotableVersions.make(endpoints, MODEL, scratch);
    worker =
        InProcessWorker.start(endpoints, Map.of("EMOVOX_HOME", scratch.resolve("home").toString()));
    promotions = new Promotions(endpoints, MODEL, scratch);
  }

  @AfterAll
  void stop() {
    promotions.close();
    worker.close();
    service.stop(0);
  }

  private static List<String> evidence(Decision decision) {
    return decision.evidence().stream().map(Resource::name).toList();
  }

  private Decision decision(RecordedEntry entry) {
    return promotions.entries().get((int) entry.number() - 1).entry().decision();
  }

  @Test
  @Order(1)
  void theGateIsAskedAndIsEvidence() {
    PromotionStatus status = promotions.end(promotions.promotion("p-1", "1", OPEN, null));
    assertThat(status.verdict().objections()).isEmpty();
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(promotions.served()).contains("1");
    assertThat(promotions.kindsAfter(0)).containsExactly("genesis", "promotion");
    Decision decision = decision(status.entry());
    assertThat(evidence(decision))
        .containsExactly(
            "evaluation", "features", "manifest", "split", "promotion-request", "gate-report");
    assertThat(decision.evidence().get(5).digest()).isEqualTo(status.verdict().report().digest());
    assertThat(promotions.findings()).isEmpty();
  }

  @Test
  @Order(2)
  void aClosedGateChangesNothingAndIsRecorded() {
    long head = promotions.head();
    PromotionStatus status = promotions.end(promotions.promotion("p-2", "2", CLOSED, null));
    assertThat(status.state()).isEqualTo(PromotionState.REFUSED);
    assertThat(status.verdict().objections().get(0)).startsWith("accuracy: The value of 0.");
    assertThat(promotions.served()).contains("1");
    assertThat(promotions.kindsAfter(head)).containsExactly("refusal");
    Decision decision = decision(status.entry());
    assertThat(decision.actor()).isEqualTo("gate test");
    assertThat(decision.reason()).startsWith("Closed to what ada asked for. accuracy: The value");
    assertThat(evidence(decision)).containsExactly("promotion-request", "gate-report");
    assertThat(promotions.findings()).isEmpty();
  }

  @Test
  @Order(3)
  void testsOnOtherClipsAreNotCompared() {
    String strict = "champion: {not_better: {}}";
    PromotionStatus status = promotions.end(promotions.promotion("p-3", "2", strict, null));
    assertThat(status.state()).isEqualTo(PromotionState.REFUSED);
    assertThat(status.verdict().objections().get(0)).contains("Nothing was compared");
    String sameSplit = "champion: {not_better: {}, split: random}";
    assertThat(
            promotions.end(promotions.promotion("p-3b", "2", sameSplit, FOUR_EYES_SHORT)).state())
        .isEqualTo(PromotionState.REJECTED);
    assertThat(promotions.served()).contains("1");
  }

  @Test
  @Order(4)
  void aRejectionIsRecordedAndChangesNothing() throws InterruptedException {
    WorkflowStub promotion = promotions.start(promotions.promotion("p-4", "2", OPEN, FOUR_EYES));
    Promotions.await(promotion, PromotionState.WAITING_FOR_APPROVAL);
    assertThatThrownBy(
            () -> Promotions.say(promotion, "approve", new PromotionOpinion("p-4", "ada", null)))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("another person must decide");
    RecordedEntry entry =
        Promotions.say(promotion, "reject", new PromotionOpinion("2", "grace", "too early"));
    assertThat(Promotions.result(promotion).state()).isEqualTo(PromotionState.REJECTED);
    assertThat(decision(entry).kind().word()).isEqualTo("rejection");
    assertThat(decision(entry).actor()).isEqualTo("grace");
    assertThat(promotions.served()).contains("1");
  }

  @Test
  @Order(5)
  void silenceIsRecordedAsARejection() {
    PromotionStatus status =
        promotions.end(promotions.promotion("p-5", "2", null, new ApprovalPolicy(false, 1)));
    assertThat(status.state()).isEqualTo(PromotionState.REJECTED);
    assertThat(decision(status.entry()).actor()).isEqualTo("time-out");
    assertThat(evidence(decision(status.entry()))).contains("gate-override");
    assertThat(promotions.served()).contains("1");
    assertThat(promotions.findings()).isEmpty();
  }

  @Test
  @Order(6)
  void twoAtOnceDoNotInterleaveAndAnApprovalIsEvidence() throws InterruptedException {
    WorkflowStub first = promotions.start(promotions.promotion("p-6", "2", OPEN, FOUR_EYES));
    PromotionOrder second = promotions.promotion("p-7", "1", OPEN, null);
    assertThatThrownBy(() -> promotions.start(second))
        .isInstanceOf(WorkflowExecutionAlreadyStarted.class);
    Promotions.await(first, PromotionState.WAITING_FOR_APPROVAL);
    RecordedEntry approval =
        Promotions.say(first, "approve", new PromotionOpinion("p-6", "grace", null));
    PromotionStatus status = Promotions.result(first);
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(decision(status.entry()).evidence())
        .contains(new Resource("approval", approval.digest()));
    assertThat(promotions.served()).contains("2");
    assertThat(promotions.findings()).isEmpty();
  }

  @Test
  @Order(7)
  void rollbackGoesTheSameWay() {
    long head = promotions.head();
    PromotionStatus status = promotions.end(promotions.rollback("r-1"));
    assertThat(status.state()).isEqualTo(PromotionState.DONE);
    assertThat(status.subject().version()).isEqualTo("1");
    assertThat(promotions.kindsAfter(head)).containsExactly("rollback");
    assertThat(promotions.served()).contains("1");
    assertThatThrownBy(() -> promotions.end(promotions.rollback("r-2")))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("no version that was served before");
    assertThat(promotions.findings()).isEmpty();
  }

  @Test
  @Order(8)
  void theServiceIsWatchedAndOnlyToldOf() {
    PromotionOrder order = promotions.promotion("p-8", "2", OPEN, null);
    PromotionStatus unseen = promotions.end(Promotions.watching(order, 1));
    assertThat(unseen.state()).isEqualTo(PromotionState.DONE);
    assertThat(unseen.acknowledgement().acknowledged()).isFalse();
    assertThat(promotions.served()).contains("2");
    answer =
        "{\"name\": \"%s\", \"version\": \"2\", \"digest\": \"%s\"}"
            .formatted(MODEL, unseen.subject().packageDigest());
    long head = promotions.head();
    PromotionStatus again = promotions.end(Promotions.watching(order, 30));
    assertThat(again.acknowledgement().acknowledged()).isTrue();
    assertThat(again.entry()).isEqualTo(unseen.entry());
    assertThat(promotions.head()).isEqualTo(head);
  }
}
