package dev.emovox.adapters.promotion;

import dev.emovox.adapters.ActivityBoundary;
import dev.emovox.adapters.Heartbeats;
import dev.emovox.contracts.GateSource;
import dev.emovox.contracts.PromotionActivities;
import dev.emovox.contracts.PromotionEvidence;
import dev.emovox.contracts.PromotionKind;
import dev.emovox.contracts.PromotionOrder;
import dev.emovox.contracts.PromotionStep;
import dev.emovox.ledger.entry.Decision;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The steps of promotions, called as the workflow does, once each. */
final class StepsUnderTest implements AutoCloseable {
  private static final String GATE = "scores: [{metric: accuracy, at_least: 0.9}]";

  final FakeService service = new FakeService();
  final FakePromotionServers servers;
  final PromotionActivities steps;
  private final Heartbeats heartbeats = new Heartbeats();
  private final TestActivityEnvironment environment =
      TestActivityEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder()
                      .setWorkerInterceptors(new ActivityBoundary())
                      .build())
              .build());

  /** Steps on servers whose keys lie in an empty folder. */
  StepsUnderTest(Path folder) {
    servers = new FakePromotionServers(folder);
    environment.registerActivitiesImplementations(
        new PromotionAdapter(servers, new ServingWatch(service.address()), heartbeats));
    steps =
        environment.newActivityStub(
            PromotionActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());
  }

  static PromotionOrder order(PromotionKind kind, String version, String gate) {
    GateSource source = gate == null ? null : new GateSource("test", gate);
    return new PromotionOrder(
        "p-" + version, kind, "emovox", version, "ada", "why not", source, null, 0);
  }

  /** An order by a gate that lets version 3 pass only. */
  static PromotionOrder promotion(String version) {
    return order(PromotionKind.PROMOTION, version, GATE);
  }

  PromotionStep verified(PromotionOrder order, PromotionEvidence... evidence) {
    return new PromotionStep(order, steps.verifyPackage(order), List.of(evidence));
  }

  /** Serves a version without a gate. */
  void promoted(String version) {
    steps.decide(verified(order(PromotionKind.PROMOTION, version, null)));
  }

  /** What the ledger's last entry says. */
  Decision last() {
    List<Decision> all = servers.decisions();
    return all.get(all.size() - 1);
  }

  @Override
  public void close() {
    environment.close();
    heartbeats.close();
    service.close();
  }
}
