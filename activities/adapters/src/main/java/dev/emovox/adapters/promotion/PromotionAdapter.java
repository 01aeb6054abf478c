package dev.emovox.adapters.promotion;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.contracts.GateVerdict;
import dev.emovox.contracts.OpinionRecord;
import dev.emovox.contracts.PromotionActivities;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.contracts.PromotionSubject;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.RefusalRecord;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.RecordedText;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.gate.Contender;
import dev.emovox.gate.Gate;
import dev.emovox.gate.GateReport;
import dev.emovox.gate.GateSubject;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.promotion.Errand;
import dev.emovox.ledger.promotion.Opinion;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.PromotionRequest;
import dev.emovox.ledger.promotion.Prospect;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.promotion.RollbackRequest;
import dev.emovox.tracking.ModelVersion;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of promotions, each of which finds what an earlier attempt left. */
public final class PromotionAdapter implements PromotionActivities {
  private static final String OVERRIDE = "gate-override";

  private final PromotionServers servers;
  private final ServingWatch serving;
  private final Heartbeats heartbeats;

  /**
   * The activities on the given servers.
   *
   * @param serving the prediction service that is watched
   */
  public PromotionAdapter(
      Stores stores, LedgerServers servers, URI serving, Heartbeats heartbeats) {
    this(new StoredPromotionServers(stores, servers), new ServingWatch(serving), heartbeats);
  }

  PromotionAdapter(PromotionServers servers, ServingWatch serving, Heartbeats heartbeats) {
    this.servers = servers;
    this.serving = serving;
    this.heartbeats = heartbeats;
  }

  private Promotion promotion(PromotionOrder order) {
    return servers.promotion(order.model());
  }

  @Override
  public PromotionSubject verifyPackage(PromotionOrder order) {
    return heartbeats.during(() -> verified(order, promotion(order)));
  }

  private PromotionSubject verified(PromotionOrder order, Promotion promotion) {
    Digest digest = servers.keep("promotion-request", order).digest();
    return switch (order.kind()) {
      case RESUMPTION -> {
        SignedEntry resumed = promotion.resume();
        ServedModel model = resumed.entry().decision().model();
        yield subject(digest, new Prospect(model, resumed.entry().number()), recorded(resumed));
      }
      case ROLLBACK -> {
        Optional<String> wanted = Optional.ofNullable(order.version());
        Prospect prospect = promotion.prospect(promotion.rollbackTarget(wanted));
        requireRecordable(order, prospect.model());
        yield subject(digest, prospect, null);
      }
      case PROMOTION -> {
        if (order.version() == null) {
          throw new InvalidInputException("Promotion " + order.id() + " names no version.");
        }
        Prospect prospect = promotion.prospect(order.version());
        requireRecordable(order, prospect.model());
        RecordedEntry standing =
            promotion.standing(order.version()).map(PromotionAdapter::recorded).orElse(null);
        yield subject(digest, prospect, standing);
      }
    };
  }

  /** What the ledger would not take is found before anybody is asked anything. */
  private static void requireRecordable(PromotionOrder order, ServedModel model) {
    Resource subject = new Resource("package.json", model.packageDigest());
    Decision.about(
        EntryKind.PROMOTION,
        new Decision.Reasoned(order.by(), order.reason()),
        model,
        new Decision.Attested(List.of(subject), List.of()));
  }

  private static PromotionSubject subject(
      Digest request, Prospect prospect, RecordedEntry standing) {
    ServedModel model = prospect.model();
    return new PromotionSubject(
        request,
        model.version(),
        model.packageDigest(),
        model.run(),
        model.previousVersion(),
        prospect.head(),
        standing);
  }

  private static RecordedEntry recorded(SignedEntry entry) {
    return new RecordedEntry(entry.entry().number(), entry.digest());
  }

  @Override
  public GateVerdict judge(PromotionStep step) {
    return heartbeats.during(
        () -> {
          Gate gate = new Gate(step.order().gate().name(), step.order().gate().text());
          GateReport report = gate.judge(gateSubject(step));
          ArtifactRef stored = servers.keep("gate-report", report);
          return new GateVerdict(report.passed(), report.objections(), stored);
        });
  }

  private GateSubject gateSubject(PromotionStep step) {
    PromotionSubject subject = step.subject();
    Registry registry = servers.registry(step.order().model());
    Optional<Contender> champion =
        Optional.ofNullable(subject.champion())
            .map(version -> servers.contender(find(registry, version)));
    return new GateSubject(
        servers.contender(find(registry, subject.version())),
        champion,
        servers.measures(subject.packageDigest()),
        servers.audit(step.order().model()));
  }

  private static ModelVersion find(Registry registry, String version) {
    return registry
        .find(version)
        .orElseThrow(
            () ->
                new WorkFailedException(
                    "Version %s of model %s is gone from the registry. Nothing was changed."
                        .formatted(version, registry.modelName())));
  }

  @Override
  public RecordedEntry recordRefusal(RefusalRecord refusal) {
    PromotionStep step = refusal.step();
    PromotionOrder order = step.order();
    Decision.Reasoned by =
        new Decision.Reasoned(
            RecordedText.fitted("gate " + order.gate().name()),
            RecordedText.fitted(
                "Closed to what %s asked for. %s"
                    .formatted(order.by(), String.join(" ", refusal.verdict().objections()))));
    return heartbeats.during(
        () -> recorded(promotion(order).refuse(by, model(step), errand(step))));
  }

  @Override
  public RecordedEntry recordOpinion(OpinionRecord record) {
    PromotionStep step = record.step();
    Decision.Reasoned by = new Decision.Reasoned(record.opinion().by(), record.opinion().reason());
    Opinion opinion = new Opinion(record.agrees(), by, model(step));
    return heartbeats.during(() -> recorded(promotion(step.order()).record(opinion, errand(step))));
  }

  private static ServedModel model(PromotionStep step) {
    PromotionSubject subject = step.subject();
    return new ServedModel(
        step.order().model(),
        subject.version(),
        subject.champion(),
        subject.packageDigest(),
        subject.run());
  }

  @Override
  public RecordedEntry decide(PromotionStep step) {
    PromotionOrder order = step.order();
    String version = step.subject().version();
    Optional<Errand> errand = Optional.of(errand(step));
    Promotion promotion = promotion(order);
    return heartbeats.during(
        () ->
            recorded(
                order.kind() == PromotionKind.ROLLBACK
                    ? promotion.rollback(
                        new RollbackRequest(
                            Optional.of(version), order.by(), order.reason(), errand))
                    : promotion.promote(
                        new PromotionRequest(version, order.by(), order.reason(), errand))));
  }

  /** A promotion without a gate says so in its evidence. */
  private static Errand errand(PromotionStep step) {
    PromotionSubject subject = step.subject();
    boolean overridden =
        step.order().kind() == PromotionKind.PROMOTION && step.order().gate() == null;
    Stream<Resource> override =
        overridden ? Stream.of(new Resource(OVERRIDE, subject.request())) : Stream.empty();
    List<Resource> evidence =
        Stream.concat(
                override,
                step.evidence().stream().map(its -> new Resource(its.name(), its.digest())))
            .toList();
    return new Errand(
        subject.request(), subject.head(), Optional.ofNullable(subject.champion()), evidence);
  }

  @Override
  public Acknowledgement awaitServing(AcknowledgementRequest request) {
    return heartbeats.during(() -> serving.await(request));
  }
}
