package dev.emovox.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredTraceFilesIT {
  private static TestServers servers;
  private static S3Connection connection;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.S3_SEAWEEDFS);
    connection = new S3Connection(servers.s3());
    new BucketCheck(connection).createIfMissing();
  }

  @AfterAll
  static void stop() {
    connection.close();
    servers.close();
  }

  @Test
  void predictionsComeBackFromARealStoreAndGoWhenTheyAreOld() {
    PredictionArchive archive = new PredictionArchive(StoredTraceFiles.in(connection));
    assertThat(archive.isEmpty()).isTrue();
    PredictionRow first = Rows.at("2026-03-01T23:10:00Z");
    PredictionRow second = Rows.at("2026-03-02T00:10:00Z");
    archive.write(List.of(first));
    archive.write(List.of(second, Rows.at("2026-03-02T00:11:00Z")));

    assertThat(archive.find(first.id())).contains(first);
    assertThat(archive.find(second.id())).contains(second);

    assertThat(archive.removeBefore(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo(1);
    assertThat(archive.find(first.id())).isEmpty();
    assertThat(archive.find(second.id())).contains(second);
  }
}
