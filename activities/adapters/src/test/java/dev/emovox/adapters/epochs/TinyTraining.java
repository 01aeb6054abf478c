package dev.emovox.adapters.epochs;

import dev.emovox.adapters.ActivityBoundary;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.artifacts.StepKey;
import dev.emovox.artifacts.TrainingCheckpoints;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainingActivities;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.LossSettings.ClassWeights;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;
import dev.emovox.domain.TrainingStage.Resume;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A tiny network's training on a real S3 server, where each attempt is like a process of its own.
 */
final class TinyTraining implements AutoCloseable {
  private static final ActivityOptions ONCE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofMinutes(5))
          .setHeartbeatTimeout(Duration.ofSeconds(2))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  final TestServers servers = TestServers.start(Server.S3_SEAWEEDFS);
  final S3Connection s3 = new S3Connection(servers.s3());
  final Stores stores = Stores.on(s3, CacheFolder.of(System.getenv()));
  final TrainingCheckpoints checkpoints = new TrainingCheckpoints(s3);
  private final TinyCorpus corpus = new TinyCorpus(stores);
  private final Path folder;
  private final ArtifactRef checkpoint;

  TinyTraining(Path folder) {
    this.folder = folder;
    this.checkpoint = TinyCorpus.checkpoint(s3, folder);
  }

  /** Settings with a checkpoint after every step. */
  TrainingSettings settings() {
    return new TrainingSettings(
        ComputeDevice.CPU,
        LibtorchSettings.of(ComputeDevice.CPU).threads(),
        new CacheFolder(folder.resolve("cache")),
        Duration.ZERO,
        1 << 26);
  }

  /** A process that trains. */
  Attempt attempt(StepMetrics metrics) {
    return new Attempt(new TrainingAdapter(stores, s3, settings(), metrics));
  }

  /** A process that is drained after so many steps. */
  Attempt drainedAfter(int steps) {
    CountedSteps counted = new CountedSteps(steps);
    Attempt attempt = attempt(counted);
    counted.atLast(attempt.adapter::drain);
    return attempt;
  }

  /** A worker with the adapter. */
  static final class Attempt implements AutoCloseable {
    final TestActivityEnvironment environment =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new ActivityBoundary())
                        .build())
                .build());
    private final TrainingAdapter adapter;

    Attempt(TrainingAdapter adapter) {
      this.adapter = adapter;
      environment.registerActivitiesImplementations(adapter);
    }

    /**
     * The last counted step asks for cancellation, and waits until Temporal's answer to a beat has
     * said so: it has come when another beat is sent.
     */
    CountDownLatch cancelledBy(CountedSteps counted) {
      CountDownLatch beats = new CountDownLatch(2);
      counted.atLast(
          () -> {
            environment.setActivityHeartbeatListener(Void.class, nothing -> beats.countDown());
            environment.requestCancelActivity();
            await(beats);
          });
      return beats;
    }

    private static void await(CountDownLatch beats) {
      try {
        boolean unused = beats.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    TrainingActivities activities() {
      return environment.newActivityStub(TrainingActivities.class, ONCE);
    }

    @Override
    public void close() {
      environment.close();
      adapter.close();
    }
  }

  /** The first epoch of a run with this seed. */
  EpochRequest first(long seed) {
    return request(seed, 1, null);
  }

  /** The epoch after another. */
  EpochRequest after(EpochRequest request, EpochOutcome outcome) {
    return request(request.seed(), request.epoch() + 1, outcome.stage().output("position"));
  }

  private EpochRequest request(long seed, int epoch, ArtifactRef before) {
    return new EpochRequest(
        "run",
        "tiny",
        "random",
        stage(),
        0,
        epoch,
        checkpoint,
        corpus.clips(),
        TinyCorpus.LABELS,
        0.25,
        before,
        before != null,
        seed,
        new TrackedRun("1", "2", "http://127.0.0.1/"));
  }

  /** The test of an epoch's weights. */
  NetworkTestRequest test(EpochOutcome outcome) {
    return new NetworkTestRequest(
        "run",
        "tiny",
        "random",
        checkpoint,
        outcome.stage().output("weights"),
        corpus.manifest(),
        corpus.clips(),
        TinyCorpus.LABELS,
        0.25,
        1);
  }

  StepKey key(EpochRequest request) {
    return EpochKey.of(request, Machine.of(settings()));
  }

  static TrainingStage stage() {
    return new TrainingStage(
        "stage-1",
        3,
        Resume.WEIGHTS,
        new BatchSettings(4, 1.0, 1, true),
        new OptimiserSettings(3e-3, 0.01, 1, Schedule.LINEAR, 0.1, 1, 1),
        new LossSettings(0.05, ClassWeights.BALANCED),
        new FreezingSettings(false, 0),
        Precision.FLOAT32,
        false,
        new AugmentationSettings(0.5, 6, 20, 0.02),
        new EpochSelection.Last(),
        Optional.empty());
  }

  @Override
  public void close() {
    s3.close();
    servers.close();
  }
}
