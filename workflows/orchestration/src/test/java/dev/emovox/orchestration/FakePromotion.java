package dev.emovox.orchestration;

import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.OpinionRecord;
import dev.emovox.contracts.PromotionActivities;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RefusalRecord;
import dev.emovox.domain.Digest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A ledger in memory, and a gate that says what it is told to. */
final class FakePromotion implements PromotionActivities {
  final Journal journal = new Journal();
  final List<PromotionStep> decided = new CopyOnWriteArrayList<>();
  final List<RefusalRecord> refusals = new CopyOnWriteArrayList<>();
  final List<OpinionRecord> opinions = new CopyOnWriteArrayList<>();
  private final AtomicLong entries = new AtomicLong(1);
  volatile List<String> objections = List.of();
  volatile RecordedEntry standing;
  volatile AttemptBehaviour verifying = attempt -> {};
  volatile AttemptBehaviour recording = attempt -> {};
  volatile AttemptBehaviour watching = attempt -> {};

  @Override
  public PromotionSubject verifyPackage(PromotionOrder order) {
    journal.note("verify");
    verifying.on(1);
    String version = order.version() == null ? "1" : order.version();
    return new PromotionSubject(
        Digest.of(order.id()), version, Digest.of("package"), "run", "2", entries.get(), standing);
  }

  @Override
  public GateVerdict judge(PromotionStep step) {
    journal.note("judge");
    return new GateVerdict(objections.isEmpty(), objections, FakeArtifacts.ref("report"));
  }

  @Override
  public RecordedEntry recordRefusal(RefusalRecord refusal) {
    journal.note("refusal");
    recording.on(1);
    refusals.add(refusal);
    return entry();
  }

  @Override
  public RecordedEntry recordOpinion(OpinionRecord opinion) {
    journal.note("opinion");
    recording.on(1);
    opinions.add(opinion);
    return entry();
  }

  @Override
  public RecordedEntry decide(PromotionStep step) {
    journal.note("decide");
    decided.add(step);
    return entry();
  }

  @Override
  public Acknowledgement awaitServing(AcknowledgementRequest request) {
    journal.note("watch");
    watching.on(1);
    return new Acknowledgement(true, "It answers with version " + request.version() + ".", 1);
  }

  private RecordedEntry entry() {
    long number = entries.incrementAndGet();
    return new RecordedEntry(number, Digest.of("entry " + number));
  }
}
