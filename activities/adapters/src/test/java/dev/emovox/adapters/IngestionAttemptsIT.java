package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.Digest;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.S3Endpoint;
import io.minio.errors.MinioException;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What attempts at one ingestion send to a real S3 server. */
class IngestionAttemptsIT {
  private static final int CLIPS = 96;
  private static final long SEED = 5;
  private static final ActivityOptions ONCE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofMinutes(5))
          .setHeartbeatTimeout(Duration.ofMinutes(1))
          .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
          .build();

  @TempDir private Path data;
  private final TestServers servers = TestServers.start(Server.S3_SEAWEEDFS);
  private final Heartbeats heartbeats = new Heartbeats();
  private final TestActivityEnvironment environment =
      TestActivityEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder()
                      .setWorkerInterceptors(new ActivityBoundary())
                      .build())
              .build());
  private final CountingForwarder forwarder = forwarder();
  private final S3Connection s3 = new S3Connection(throughForwarder());
  private final Vandal vandal = new Vandal(servers.s3());
  private IngestionRequest request;
  private IngestionActivities activity;

  private CountingForwarder forwarder() {
    try {
      return new CountingForwarder(servers.s3().url());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S3Endpoint throughForwarder() {
    S3Endpoint direct = servers.s3();
    return new S3Endpoint(
        forwarder.address(),
        direct.bucket(),
        direct.accessKey(),
        direct.secretKey(),
        direct.region());
  }

  @BeforeEach
  void prepare() {
    SyntheticCorpora.write(data, SEED);
    request =
        new IngestionRequest(
            List.of(data.resolve("SAVEE").toString()), List.of(SmallModel.definition("savee")));
    environment.registerActivitiesImplementations(
        new IngestionAdapter(
            Stores.on(s3, CacheFolder.of(System.getenv())),
            new AudioDecoder(DecodeLimits.standard()),
            heartbeats));
    activity = environment.newActivityStub(IngestionActivities.class, ONCE);
  }

  @AfterEach
  void stop() {
    environment.close();
    heartbeats.close();
    s3.close();
    forwarder.close();
    servers.close();
  }

  @Test
  void theAttemptAfterOneThatBrokeOffSendsWhatIsMissing() throws MinioException {
    forwarder.cutAfter(CLIPS / 2);
    assertThatThrownBy(() -> activity.ingest(request))
        .isInstanceOf(ActivityFailure.class)
        .hasStackTraceContaining(FailureType.SERVER_UNAVAILABLE);
    forwarder.cutAfter(Integer.MAX_VALUE);
    forwarder.clips();
    int stored = vandal.countClips();
    assertThat(stored).isBetween(1, CLIPS / 2);

    assertThat(activity.ingest(request).clips()).isEqualTo(CLIPS);

    assertThat(forwarder.clips()).isBetween(CLIPS / 2, CLIPS - stored);
    assertThat(vandal.countClips()).isEqualTo(CLIPS);
  }

  @Test
  void whatIsStoredIsNotSentAgain() throws MinioException, IOException {
    IngestionOutcome first = activity.ingest(request);
    assertThat(forwarder.clips()).isEqualTo(CLIPS);

    Files.writeString(data.resolve("SAVEE/notes.txt"), "so that the folder is another");
    IngestionOutcome second = activity.ingest(request);

    assertThat(second.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(second.stage().output("manifest")).isEqualTo(first.stage().output("manifest"));
    assertThat(forwarder.clips()).isZero();
  }

  @Test
  void clipsThatVanishedAreSentAgainAndNoOthers() throws MinioException, IOException {
    IngestionOutcome first = activity.ingest(request);
    forwarder.clips();
    for (String name : List.of("a01.wav", "a02.wav", "h01.wav")) {
      vandal.deleteClip(Digest.of(data.resolve("SAVEE/DC").resolve(name)));
    }

    IngestionOutcome second = activity.ingest(request);

    assertThat(second.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(second.stage().output("manifest")).isEqualTo(first.stage().output("manifest"));
    assertThat(forwarder.clips()).isEqualTo(3);
  }
}
