package dev.emovox.adapters.promotion;

import static dev.emovox.adapters.promotion.StepsUnderTest.order;
import static dev.emovox.adapters.promotion.StepsUnderTest.promotion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RefusalRecord;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between the steps of a promotion, and what is refused. */
class PromotionTroubleTest {
  @TempDir private Path folder;
  private StepsUnderTest under;

  @BeforeEach
  void start() {
    under = new StepsUnderTest(folder);
  }

  @AfterEach
  void close() {
    under.close();
  }

  private static void fails(ThrowingCallable step, String type, String... words) {
    assertThatThrownBy(step)
        .isInstanceOf(ActivityFailure.class)
        .cause()
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContainingAll(words)
        .satisfies(cause -> assertThat(((ApplicationFailure) cause).getType()).isEqualTo(type));
  }

  /** A corpus or a label may have any name, and the ledger takes one line. */
  @Test
  void objectionsThatNoEntryCanHoldAreRecordedAsOneLine() {
    PromotionStep step = under.verified(promotion("1"));
    GateVerdict hostile =
        new GateVerdict(
            false, List.of("a\nb\u202e", "x".repeat(9000)), under.servers.keep("gate-report", "x"));

    under.steps.recordRefusal(new RefusalRecord(step, hostile));

    assertThat(under.last().reason()).startsWith("Closed to what ada asked for. a b").hasSize(4000);
  }

  @Test
  void aPackageThatChangesBetweenGateAndAliasIsNotServed() {
    under.promoted("1");
    PromotionStep step = under.verified(promotion("3"));
    assertThat(under.steps.judge(step).passed()).isTrue();
    under.servers.changePackage("3");

    fails(() -> under.steps.decide(step), FailureType.WORK_FAILED, "Version 3", "other bytes");

    assertThat(under.servers.models.served()).contains("1");
    assertThat(under.servers.decisions()).hasSize(2);
  }

  @Test
  void aDamagedPackageIsFoundBeforeAnybodyIsAsked() {
    under.servers.changePackage("3");

    fails(() -> under.verified(promotion("3")), FailureType.WORK_FAILED, "its package is damaged");
  }

  @Test
  void anotherChampionThanTheOneThatWasComparedWithIsNotReplaced() {
    under.promoted("1");
    PromotionStep step = under.verified(promotion("3"));
    under.servers.models.serve("2");

    fails(() -> under.steps.decide(step), FailureType.WORK_FAILED, "version 2 is served now");

    assertThat(under.servers.models.served()).contains("2");
  }

  @Test
  void aVersionThatIsDeletedMeanwhileIsToldOf() {
    PromotionStep step = under.verified(promotion("3"));
    under.servers.models.delete("3");

    fails(
        () -> under.steps.judge(step),
        FailureType.WORK_FAILED,
        "Version 3",
        "gone from the registry");
  }

  @Test
  void whatTheLedgerWouldNotTakeIsRefusedBeforeTheGate() {
    PromotionOrder hostile =
        new PromotionOrder(
            "p", PromotionKind.PROMOTION, "emovox", "3", "a\u001b[2Jda", null, null, null, 0);

    fails(
        () -> under.steps.verifyPackage(hostile), FailureType.INVALID_INPUT, "control characters");
    fails(
        () -> under.steps.verifyPackage(order(PromotionKind.PROMOTION, null, null)),
        FailureType.INVALID_INPUT,
        "names no version");
  }

  @Test
  void aRegistryThatIsAwayIsWorthAnotherAttemptThatCompletesTheDecision() {
    PromotionStep step = under.verified(promotion("3"));
    under.servers.models.away(true);
    fails(() -> under.steps.decide(step), FailureType.SERVER_UNAVAILABLE, "MLflow is away");
    assertThat(under.servers.models.served()).isEmpty();

    under.servers.models.away(false);

    assertThat(under.steps.decide(step).number()).isEqualTo(2);
    assertThat(under.servers.models.served()).contains("3");
  }

  @Test
  void aDecisionThatWasInterruptedIsResumed() {
    PromotionStep step = under.verified(promotion("3"));
    under.servers.models.away(true);
    fails(() -> under.steps.decide(step), FailureType.SERVER_UNAVAILABLE, "MLflow is away");
    under.servers.models.away(false);

    PromotionSubject resumed =
        under.steps.verifyPackage(order(PromotionKind.RESUMPTION, null, null));

    assertThat(resumed.standing().number()).isEqualTo(2);
    assertThat(under.servers.models.served()).contains("3");
  }
}
