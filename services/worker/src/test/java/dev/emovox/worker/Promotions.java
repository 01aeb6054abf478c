package dev.emovox.worker;

import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.ApprovalPolicy;
import dev.emovox.contracts.GateSource;
import dev.emovox.contracts.Promotion;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOpinion;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.PromotionStatus;
import dev.emovox.contracts.RecordedEntry;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.LedgerVerifier;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.Finding;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.RegistryInspection;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders promotions of a model, and looks at what became of them. */
final class Promotions implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 50;

  private final String model;
  private final TemporalConnection temporal;
  private final S3Connection s3;
  private final S3EntryStore entries;
  private final LedgerFiles files;
  private final String bucket;
  private final ChampionRegistry registry;

  Promotions(Endpoints endpoints, String model, Path home) {
    this.model = model;
    this.temporal = new TemporalConnection(endpoints.temporal());
    this.s3 = new S3Connection(endpoints.s3());
    this.bucket = endpoints.s3().bucket();
    this.entries = new S3EntryStore(s3);
    // Somebody else's memory than the workers'.
    this.files = new LedgerFiles(home.resolve("auditor"), Map.of(), line -> {});
    this.registry = new ChampionRegistry(new ModelRegistry(endpoints.mlflow()), model);
  }

  PromotionOrder promotion(String id, String version, String gate, ApprovalPolicy approval) {
    GateSource source = gate == null ? null : new GateSource("test", gate);
    return new PromotionOrder(
        id, PromotionKind.PROMOTION, model, version, "ada", "because", source, approval, 0);
  }

  PromotionOrder rollback(String id) {
    return new PromotionOrder(
        id, PromotionKind.ROLLBACK, model, null, "bo", "errors on calls", null, null, 0);
  }

  static PromotionOrder watching(PromotionOrder order, int seconds) {
    return new PromotionOrder(
        order.id(),
        order.kind(),
        order.model(),
        order.version(),
        order.by(),
        order.reason(),
        order.gate(),
        order.approval(),
        seconds);
  }

  WorkflowStub start(PromotionOrder order) {
    WorkflowStub stub =
        temporal
            .client()
            .newUntypedWorkflowStub(
                Promotion.class.getSimpleName(),
                WorkflowOptions.newBuilder()
                    .setWorkflowId(order.workflowId())
                    .setTaskQueue(TaskQueues.CPU)
                    .setWorkflowIdConflictPolicy(
                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                    .build());
    stub.start(order);
    return stub;
  }

  PromotionStatus end(PromotionOrder order) {
    return result(start(order));
  }

  static PromotionStatus result(WorkflowStub promotion) {
    return promotion.getResult(PromotionStatus.class);
  }

  static RecordedEntry say(WorkflowStub promotion, String update, PromotionOpinion opinion) {
    return promotion.update(update, RecordedEntry.class, opinion);
  }

  /** Returns as soon as a promotion is in a state; no worker need be there all the time. */
  static void await(WorkflowStub promotion, PromotionState wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (state(promotion).filter(wanted::equals).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(wanted + " was not reached");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static Optional<PromotionState> state(WorkflowStub promotion) {
    try {
      return Optional.of(promotion.query("status", PromotionStatus.class).state());
    } catch (WorkflowServiceException e) {
      return Optional.empty();
    }
  }

  /** The version that is served; empty if none is. */
  Optional<String> served() {
    return registry.champion().map(ModelVersion::version);
  }

  /** All entries, the oldest first. */
  List<SignedEntry> entries() {
    List<SignedEntry> found = new ArrayList<>();
    new LedgerReader(entries, files.anchor(bucket)).newestFirst().forEach(e -> found.add(0, e));
    return found;
  }

  /** The kinds of all entries after one, the oldest first. */
  List<String> kindsAfter(long number) {
    return entries().stream()
        .filter(signed -> signed.entry().number() > number)
        .map(signed -> signed.entry().decision().kind().word())
        .toList();
  }

  /** The number of the last entry. */
  long head() {
    List<SignedEntry> all = entries();
    return all.isEmpty() ? 0 : all.get(all.size() - 1).entry().number();
  }

  /** What is wrong with the ledger, or between it and the registry. */
  List<String> findings() {
    Verification verified =
        new LedgerVerifier(entries, files.anchor(bucket), Clock.systemUTC()).verify();
    return Stream.concat(
            verified.findings().stream(),
            new RegistryInspection(registry, entries).inspect(verified).stream())
        .map(Finding::rule)
        .map(rule -> rule.word())
        .toList();
  }

  @Override
  public void close() {
    temporal.close();
    s3.close();
  }
}
