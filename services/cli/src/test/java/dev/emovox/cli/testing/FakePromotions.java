package dev.emovox.cli.testing;

import dev.emovox.cli.workplace.PromotionHandle;
import dev.emovox.cli.workplace.Promotions;
import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.ApprovalStatus;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Promotions that go through the given states at once; each writes entry 2 of a fake ledger. */
public final class FakePromotions implements Promotions {
  private final FakeLedger ledger;
  private final List<PromotionOrder> orders = new ArrayList<>();
  private final List<PromotionOpinion> opinions = new ArrayList<>();
  private final Deque<PromotionState> states = new ArrayDeque<>();
  private int othersToCome;
  private String champion;
  private RuntimeException failure;

  FakePromotions(FakeLedger ledger) {
    this.ledger = ledger;
  }

  public List<PromotionOrder> orders() {
    return orders;
  }

  public List<PromotionOpinion> opinions() {
    return opinions;
  }

  public Optional<String> champion() {
    return Optional.ofNullable(champion);
  }

  /** The states that the next promotion goes through, instead of being done at once. */
  public void next(PromotionState... coming) {
    states.addAll(List.of(coming));
  }

  /** Another one is under way for some looks. */
  public void busyFor(int looks) {
    othersToCome = looks;
  }

  /** What the next look at a promotion throws. */
  public void failWith(RuntimeException thrown) {
    failure = thrown;
  }

  @Override
  public boolean watchesService() {
    return true;
  }

  @Override
  public String model() {
    return "emovox";
  }

  @Override
  public Optional<PromotionStatus> underWay() {
    return othersToCome-- > 0
        ? Optional.of(status(PromotionState.WAITING_FOR_APPROVAL, order()))
        : Optional.empty();
  }

  private static PromotionOrder order() {
    return new PromotionOrder(
        "promotion-1", PromotionKind.PROMOTION, "emovox", "3", "ada", null, null, null, 0);
  }

  @Override
  public PromotionHandle start(PromotionOrder order) {
    orders.add(order);
    if (states.isEmpty()) {
      states.add(PromotionState.DONE);
    }
    return new PromotionHandle(order.workflowId(), Integer.toString(orders.size()));
  }

  @Override
  public PromotionStatus status(PromotionHandle promotion) {
    if (failure != null) {
      RuntimeException thrown = failure;
      failure = null;
      throw thrown;
    }
    PromotionState state = states.size() > 1 ? states.poll() : states.peek();
    return status(state, orders.get(orders.size() - 1));
  }

  private PromotionStatus status(PromotionState state, PromotionOrder order) {
    String version =
        order.version() == null
            ? (order.kind() == PromotionKind.ROLLBACK ? "2" : "3")
            : order.version();
    boolean rejected = state == PromotionState.REJECTED;
    RecordedEntry entry = null;
    if (state == PromotionState.DONE || rejected) {
      EntryKind kind =
          rejected
              ? EntryKind.REJECTION
              : order.kind() == PromotionKind.ROLLBACK ? EntryKind.ROLLBACK : EntryKind.PROMOTION;
      entry = recorded(kind, version, new Decision.Reasoned(order.by(), order.reason()));
      champion = rejected ? champion : version;
    }
    return new PromotionStatus(
        order,
        state,
        new PromotionSubject(
            Statuses.digest("order"), version, Statuses.digest("package"), null, "1", 1, null),
        new GateVerdict(
            state != PromotionState.REFUSED, List.of("accuracy: It is below 0.6."), report()),
        approval(state),
        entry,
        new Acknowledgement(true, "The service answers with version %s.".formatted(version), 1),
        null);
  }

  private static ArtifactRef report() {
    return new ArtifactRef(
        "s3://emovox/report.json", Statuses.digest("report"), 1, "application/json", 1);
  }

  private static ApprovalStatus approval(PromotionState state) {
    boolean said = state == PromotionState.REJECTED;
    return new ApprovalStatus(
        1_800_000_000_000L, true, said ? false : null, said ? "grace" : null, "too early", null);
  }

  private RecordedEntry recorded(EntryKind kind, String version, Decision.Reasoned by) {
    SignedEntry entry = FakeModels.entry(kind, version, by);
    ledger.hold(entry);
    return new RecordedEntry(entry.entry().number(), entry.digest());
  }

  @Override
  public List<PromotionStatus> newest(int limit) {
    return List.of(
            status(PromotionState.WAITING_FOR_APPROVAL, order()),
            status(PromotionState.REFUSED, order()))
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public RecordedEntry say(boolean agrees, PromotionOpinion opinion) {
    if (!opinion.promotion().equals("3")) {
      throw new InvalidInputException("is not the promotion under way");
    }
    opinions.add(opinion);
    return recorded(
        agrees ? EntryKind.APPROVAL : EntryKind.REJECTION,
        "3",
        new Decision.Reasoned(opinion.by(), opinion.reason()));
  }

  @Override
  public void close() {}
}
