package dev.emovox.adapters.promotion;

import static dev.emovox.adapters.promotion.StepsUnderTest.order;
import static dev.emovox.adapters.promotion.StepsUnderTest.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.OpinionRecord;
import dev.emovox.contracts.PromotionEvidence;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RefusalRecord;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of promotions that go well, and what they leave in the ledger. */
class PromotionAdapterTest {
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

  @Test
  void aVersionThatPassesIsRecordedAndServed() {
    PromotionOrder order = promotion("3");
    PromotionStep verified = under.verified(order);
    assertThat(verified.subject().champion()).isNull();
    assertThat(verified.subject().run()).isEqualTo("run-3");
    GateVerdict verdict = under.steps.judge(verified);
    assertThat(verdict.objections()).isEmpty();

    PromotionEvidence report = new PromotionEvidence("gate-report", verdict.report().digest());
    RecordedEntry entry =
        under.steps.decide(new PromotionStep(order, verified.subject(), List.of(report)));

    assertThat(entry.number()).isEqualTo(2);
    assertThat(under.servers.models.served()).contains("3");
    assertThat(under.last().actor()).isEqualTo("ada");
    assertThat(under.last().evidence())
        .containsExactly(
            new Resource("promotion-request", verified.subject().request()),
            new Resource("gate-report", verdict.report().digest()));
  }

  @Test
  void aStepThatIsRepeatedLeavesOneEntry() {
    PromotionStep step = under.verified(promotion("3"));

    assertThat(under.steps.decide(step)).isEqualTo(under.steps.decide(step));
    assertThat(under.servers.decisions()).hasSize(2);
  }

  @Test
  void aClosedGateIsRecordedOnceWithItsReasons() {
    PromotionStep step = under.verified(promotion("1"));
    GateVerdict verdict = under.steps.judge(step);
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.objections()).singleElement().asString().startsWith("accuracy: ");

    RefusalRecord refusal = new RefusalRecord(step, verdict);
    assertThat(under.steps.recordRefusal(refusal)).isEqualTo(under.steps.recordRefusal(refusal));

    assertThat(under.servers.decisions()).hasSize(2);
    assertThat(under.last().kind()).isEqualTo(EntryKind.REFUSAL);
    assertThat(under.last().actor()).isEqualTo("gate test");
    assertThat(under.last().reason()).startsWith("Closed to what ada asked for. accuracy: ");
    assertThat(under.servers.models.served()).isEmpty();
  }

  @Test
  void theAuditIsAskedAboutTheVersion() {
    GateVerdict verdict =
        under.steps.judge(under.verified(order(PromotionKind.PROMOTION, "2", "audit: required")));

    assertThat(verdict.objections())
        .containsExactly("audit: It found: lost-data at run-2: a clip.");
  }

  @Test
  void theChampionIsComparedWith() {
    under.promoted("3");
    PromotionStep step =
        under.verified(
            order(PromotionKind.PROMOTION, "1", "champion: {non_inferior: {margin: 0.1}}"));

    assertThat(step.subject().champion()).isEqualTo("3");
    assertThat(under.steps.judge(step).objections())
        .singleElement()
        .asString()
        .contains("champion, version 3");
  }

  @Test
  void aRollbackLeadsToTheVersionBefore() {
    under.promoted("1");
    under.promoted("3");
    PromotionStep step = under.verified(order(PromotionKind.ROLLBACK, null, null));
    assertThat(step.subject().version()).isEqualTo("1");

    under.steps.decide(step);

    assertThat(under.servers.models.served()).contains("1");
    assertThat(under.last().kind()).isEqualTo(EntryKind.ROLLBACK);
  }

  @Test
  void aPromotionWithoutAGateSaysSo() {
    under.promoted("1");

    assertThat(under.last().evidence())
        .extracting(Resource::name)
        .containsExactly("promotion-request", "gate-override");
  }

  @Test
  void anOpinionIsRecordedOnceAndMovesNothing() {
    PromotionStep step = under.verified(promotion("3"));
    OpinionRecord record =
        new OpinionRecord(step, false, new PromotionOpinion("p-3", "grace", "too early"));

    assertThat(under.steps.recordOpinion(record)).isEqualTo(under.steps.recordOpinion(record));

    assertThat(under.last().kind()).isEqualTo(EntryKind.REJECTION);
    assertThat(under.last().actor()).isEqualTo("grace");
    assertThat(under.servers.models.served()).isEmpty();
  }

  @Test
  void theServiceIsWatched() {
    Digest digest = MemoryModels.packageOf("3");
    under.service.answers(
        200, "{\"name\": \"emovox\", \"version\": \"3\", \"digest\": \"%s\"}".formatted(digest));

    assertThat(
            under
                .steps
                .awaitServing(new AcknowledgementRequest("emovox", "3", digest, 0))
                .acknowledged())
        .isTrue();
    assertThat(
            under
                .steps
                .awaitServing(new AcknowledgementRequest("emovox", "2", digest, 0))
                .acknowledged())
        .isFalse();
  }
}
