package dev.emovox.adapters.network;

import dev.emovox.adapters.ActivityBoundary;
import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.tracking.MlflowTracking;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;

/** Activities of networks on real S3 and MLflow servers, called as a workflow would, once each. */
public final class TestActivities implements AutoCloseable {
  private static final ActivityOptions ONCE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofMinutes(5))
          .setHeartbeatTimeout(Duration.ofMinutes(1))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  private final TestServers servers = TestServers.start(Server.S3_SEAWEEDFS, Server.MLFLOW);
  private final S3Connection s3 = new S3Connection(servers.s3());
  private final Stores stores = Stores.on(s3, CacheFolder.of(System.getenv()));
  private final MlflowTracking tracking = new MlflowTracking(servers.mlflow());
  private final Heartbeats heartbeats = new Heartbeats();
  private final TestActivityEnvironment environment =
      TestActivityEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder()
                      .setWorkerInterceptors(new ActivityBoundary())
                      .build())
              .build());

  /** Registers implementations of activities. */
  public void register(Object... implementations) {
    environment.registerActivitiesImplementations(implementations);
  }

  /** An activity interface whose calls are tried once. */
  public <T> T stub(Class<T> type) {
    return environment.newActivityStub(type, ONCE);
  }

  public TestServers servers() {
    return servers;
  }

  public S3Connection s3() {
    return s3;
  }

  public Stores stores() {
    return stores;
  }

  public MlflowTracking tracking() {
    return tracking;
  }

  public Heartbeats heartbeats() {
    return heartbeats;
  }

  @Override
  public void close() {
    environment.close();
    heartbeats.close();
    tracking.close();
    s3.close();
    servers.close();
  }
}
