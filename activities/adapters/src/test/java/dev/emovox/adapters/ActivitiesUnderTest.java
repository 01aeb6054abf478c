package dev.emovox.adapters;

import dev.emovox.adapters.augmentation.AugmentationAdapter;
import dev.emovox.adapters.maps.FeatureMapAdapter;
import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.BaselineActivities;
import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureMapActivities;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.SplitActivities;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;

/** All activities on real S3 and MLflow servers, called as a workflow would, tried once each. */
final class ActivitiesUnderTest implements AutoCloseable {
  private static final ActivityOptions ONCE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofMinutes(5))
          .setHeartbeatTimeout(Duration.ofMinutes(1))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  private final TestServers servers = TestServers.start(Server.S3_SEAWEEDFS, Server.MLFLOW);
  private final S3Connection s3 = new S3Connection(servers.s3());
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

  private final Stores stores = Stores.on(s3, CacheFolder.of(System.getenv()));

  ActivitiesUnderTest() {
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    ModelRegistry registry = new ModelRegistry(servers.mlflow());
    environment.registerActivitiesImplementations(
        new IngestionAdapter(stores, decoder, heartbeats),
        new SplitAdapter(stores.memory(), stores.tables(), stores.manifests(), heartbeats),
        new FeatureAdapter(stores, decoder, heartbeats),
        new AugmentationAdapter(stores, decoder, heartbeats),
        new FeatureMapAdapter(stores, tracking, heartbeats),
        new BaselineAdapter(stores, heartbeats, ProgramVersion.current()),
        new TrackingAdapter(tracking, registry, stores, heartbeats));
  }

  IngestionActivities ingestion() {
    return environment.newActivityStub(IngestionActivities.class, ONCE);
  }

  SplitActivities splits() {
    return environment.newActivityStub(SplitActivities.class, ONCE);
  }

  FeatureActivities features() {
    return environment.newActivityStub(FeatureActivities.class, ONCE);
  }

  AugmentationActivities augmentation() {
    return environment.newActivityStub(AugmentationActivities.class, ONCE);
  }

  FeatureMapActivities maps() {
    return environment.newActivityStub(FeatureMapActivities.class, ONCE);
  }

  BaselineActivities baselines() {
    return environment.newActivityStub(BaselineActivities.class, ONCE);
  }

  TrackingActivities tracking() {
    return environment.newActivityStub(TrackingActivities.class, ONCE);
  }

  Stores stores() {
    return stores;
  }

  S3Endpoint s3() {
    return servers.s3();
  }

  MlflowEndpoint mlflow() {
    return servers.mlflow();
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
