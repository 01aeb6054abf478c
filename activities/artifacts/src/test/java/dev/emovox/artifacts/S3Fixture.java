package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.settings.Secret;
import io.minio.ListObjectsArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SetBucketVersioningArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real S3 server with a store on it, and hands that do what our own code never does. */
final class S3Fixture implements AutoCloseable {
  private final Server server;
  private final TestServers servers;
  private final S3Connection connection;
  private final ArtifactStore store;

  S3Fixture(Server server) {
    this.server = server;
    this.servers = TestServers.start(server);
    this.connection = new S3Connection(servers.s3());
    this.store = new ArtifactStore(connection);
    awaitBucket();
  }

  /** MinIO says that it is ready somewhat before it stops answering with 503. */
  private void awaitBucket() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        new BucketCheck(connection).createIfMissing();
        return;
      } catch (ServerUnavailableException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  static Stream<Server> servers() {
    return TestServers.s3Servers().stream();
  }

  /** Clips that consist of texts. */
  static ClipSizes clips(String... texts) {
    ClipSizes clips = new ClipSizes();
    for (String text : texts) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      clips.add(Digest.of(content), content.length);
    }
    return clips;
  }

  ArtifactStore store() {
    return store;
  }

  S3Endpoint endpoint() {
    return servers.s3();
  }

  S3Endpoint withBucket(String bucket) {
    S3Endpoint e = endpoint();
    return new S3Endpoint(e.url(), bucket, e.accessKey(), e.secretKey(), e.region());
  }

  S3Endpoint withSecret(String secret) {
    S3Endpoint e = endpoint();
    return new S3Endpoint(e.url(), e.bucket(), e.accessKey(), new Secret(secret), e.region());
  }

  S3Endpoint withUrl(String url) {
    S3Endpoint e = endpoint();
    return new S3Endpoint(URI.create(url), e.bucket(), e.accessKey(), e.secretKey(), e.region());
  }

  void kill() {
    servers.kill(server);
  }

  void restart() {
    servers.restart(server);
    awaitBucket();
  }

  /** Replaces an object's bytes behind the store's back. */
  void tamper(String key, byte[] content) {
    ArtifactKind kind = ArtifactKind.binary("tampered");
    store.bucket().put(key, Upload.of(content, kind), WriteCondition.NONE);
  }

  void delete(String key) throws MinioException {
    RemoveObjectArgs args =
        RemoveObjectArgs.builder().bucket(connection.bucket()).object(key).build();
    connection.ask(
        client -> {
          client.removeObject(args);
          return null;
        });
  }

  /** From now on every upload leaves a version of its own. */
  void countUploads() throws MinioException {
    SetBucketVersioningArgs args =
        SetBucketVersioningArgs.builder()
            .bucket(connection.bucket())
            .config(
                new VersioningConfiguration(
                    VersioningConfiguration.Status.ENABLED, null, null, null))
            .build();
    connection.ask(
        client -> {
          client.setBucketVersioning(args);
          return null;
        });
  }

  int uploads(String prefix) throws MinioException {
    ListObjectsArgs args =
        ListObjectsArgs.builder()
            .bucket(connection.bucket())
            .prefix(prefix)
            .recursive(true)
            .includeVersions(true)
            .build();
    int uploads = 0;
    for (Result<Item> result : connection.ask(client -> client.listObjects(args))) {
      uploads += result.get().isDeleteMarker() ? 0 : 1;
    }
    return uploads;
  }

  @Override
  public void close() {
    connection.close();
    servers.close();
  }
}
