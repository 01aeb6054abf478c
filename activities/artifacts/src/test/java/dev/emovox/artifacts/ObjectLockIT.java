package dev.emovox.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetObjectLockConfigurationArgs;
import io.minio.errors.MinioException;
import io.minio.messages.ObjectLockConfiguration;
import io.minio.messages.RetentionMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
record ObjectLockIT(Server server) {
  private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

  private static S3Fixture s3;

  static Stream<Server> servers() {
    return S3Fixture.servers();
  }

  @BeforeParameterizedClassInvocation
  static void start(Server server) {
    s3 = new S3Fixture(server);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    s3.close();
  }

  private static S3Connection locked(String name) throws MinioException {
    S3Connection connection = new S3Connection(s3.withBucket(name));
    MakeBucketArgs args = MakeBucketArgs.builder().bucket(name).objectLock(true).build();
    connection.ask(
        client -> {
          client.makeBucket(args);
          return null;
        });
    return connection;
  }

  private static void retain(S3Connection connection) throws MinioException {
    ObjectLockConfiguration tenYears =
        new ObjectLockConfiguration(
            RetentionMode.COMPLIANCE, new ObjectLockConfiguration.RetentionDurationYears(10));
    SetObjectLockConfigurationArgs args =
        SetObjectLockConfigurationArgs.builder()
            .bucket(connection.bucket())
            .config(tenYears)
            .build();
    connection.ask(
        client -> {
          client.setObjectLockConfiguration(args);
          return null;
        });
  }

  private static String versionOf(S3Connection connection, String key) throws MinioException {
    ListObjectsArgs args =
        ListObjectsArgs.builder()
            .bucket(connection.bucket())
            .prefix(key)
            .includeVersions(true)
            .build();
    return connection.ask(client -> client.listObjects(args)).iterator().next().get().versionId();
  }

  @Test
  void anOrdinaryBucketHasNone() {
    try (S3Connection connection = new S3Connection(s3.endpoint())) {
      assertThat(ObjectLock.of(connection)).isEqualTo(new ObjectLock(ObjectLock.State.NONE, ""));
    }
  }

  @Test
  void aLockWithoutRetentionKeepsNothing() throws MinioException {
    try (S3Connection connection = locked("lock-without-retention")) {
      assertThat(ObjectLock.of(connection).state())
          .isEqualTo(ObjectLock.State.ENABLED_WITHOUT_RETENTION);
    }
  }

  @Test
  void aNumberIsKeptAsLongAsTheBucketSays() throws MinioException {
    try (S3Connection connection = locked("lock-with-retention")) {
      retain(connection);
      assertThat(ObjectLock.of(connection))
          .isEqualTo(new ObjectLock(ObjectLock.State.RETAINS, "compliance, 10 years"));
      NumberedObjects objects = new NumberedObjects(connection, "kept");
      assertThat(objects.add(1, CONTENT)).isTrue();
      assertThat(objects.add(1, CONTENT)).isFalse();
      String version = versionOf(connection, "kept/00000001.json");
      RemoveObjectArgs remove =
          RemoveObjectArgs.builder()
              .bucket(connection.bucket())
              .object("kept/00000001.json")
              .versionId(version)
              .build();
      assertThatThrownBy(
              () ->
                  connection.ask(
                      client -> {
                        client.removeObject(remove);
                        return null;
                      }))
          .isInstanceOf(MinioException.class);
      assertThat(objects.read(1)).isPresent();
    }
  }

  @Test
  void aServerThatIsAwayIsNoAnswer() {
    try (S3Connection connection = new S3Connection(s3.withUrl("http://127.0.0.1:1"))) {
      assertThatThrownBy(() -> ObjectLock.of(connection))
          .isInstanceOf(ServerUnavailableException.class);
    }
  }
}
