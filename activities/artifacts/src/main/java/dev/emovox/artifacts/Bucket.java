package dev.emovox.artifacts;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.PutObjectBaseArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The few things that are asked of a bucket, in words of our own; every failure leaves here as an
 * {@link EmovoxException}. Nothing is interpreted: see {@link ArtifactStore} for what keys mean.
 *
 * <p>Safe for use by several threads.
 */
final class Bucket {
  /** S3's limit for an object that is sent in one request; only such writes can be conditional. */
  static final long LARGEST_OBJECT = 5L << 30;

  private static final long SMALLEST_PART = 5L << 20;
  private static final long LARGE_PART = 16L << 20;
  private static final long MOST_PARTS = 10_000;
  private static final int KEYS_PER_PAGE = 1000;
  private static final String SCHEMA_VERSION = "emovox-schema-version";

  private final S3Connection connection;

  Bucket(S3Connection connection) {
    this.connection = connection;
  }

  String name() {
    return connection.bucket();
  }

  S3Location location(String key) {
    return new S3Location(name(), key);
  }

  /** Whether an address is that of an object in this bucket. */
  boolean holds(String uri) {
    try {
      return S3Location.parse(uri).bucket().equals(name());
    } catch (InvalidInputException e) {
      return false;
    }
  }

  /** The failure to raise when an object that was stored is not there. */
  EmovoxException gone(String key) {
    return connection.failures().objectMissing(key, null);
  }

  /** What the server says about an object; nothing if there is none. */
  Optional<StoredObject> stat(String key) {
    try {
      StatObjectArgs args = StatObjectArgs.builder().bucket(name()).object(key).build();
      return Optional.of(described(key, connection.ask(client -> client.statObject(args))));
    } catch (MinioException | IllegalStateException e) {
      if (S3Error.of(e).kind() == S3Error.Kind.OBJECT_MISSING) {
        return Optional.empty();
      }
      throw connection.failures().explain(e, key);
    }
  }

  private static StoredObject described(String key, StatObjectResponse response) {
    String version = response.userMetadata().getFirst(SCHEMA_VERSION);
    return new StoredObject(
        key,
        response.size(),
        response.etag(),
        Optional.ofNullable(response.contentType()).orElse("application/octet-stream"),
        version != null && version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 1);
  }

  /** Stores an object in one request; false if the condition did not hold. */
  boolean put(String key, Upload upload, WriteCondition condition) {
    try {
      connection.ask(client -> send(client, key, upload, condition));
      return true;
    } catch (MinioException | IllegalStateException e) {
      if (condition.failedBy(S3Error.of(e))) {
        return false;
      }
      throw connection.failures().explain(e, key);
    }
  }

  private Object send(MinioClient client, String key, Upload upload, WriteCondition condition)
      throws MinioException {
    if (upload instanceof Upload.Memory memory) {
      PutObjectArgs.Builder args =
          PutObjectArgs.builder().data(memory.content(), memory.content().length);
      return client.putObject(described(args, key, upload, condition).build());
    }
    Upload.FromFile file = (Upload.FromFile) upload;
    UploadObjectArgs.Builder args =
        UploadObjectArgs.builder()
            .filename(file.file().toString(), Math.max(SMALLEST_PART, file.checksums().bytes()));
    return client.uploadObject(described(args, key, upload, condition).build());
  }

  private <B extends PutObjectBaseArgs.Builder<B, A>, A extends PutObjectBaseArgs> B described(
      B args, String key, Upload upload, WriteCondition condition) {
    Http.Headers headers = new Http.Headers(condition.headers());
    // The server computes this itself and refuses bytes that are not those we took the digest of.
    headers.put("Content-MD5", upload.checksums().contentMd5());
    String version = Integer.toString(upload.kind().schemaVersion());
    return args.bucket(name())
        .object(key)
        .contentType(upload.kind().mediaType())
        .userMetadata(Map.of(SCHEMA_VERSION, version))
        .extraHeaders(headers);
  }

  /**
   * Stores an object in parts, each of which is in memory while it is sent. Nothing is compared and
   * nothing asked first.
   */
  void putParts(String key, InputStream content, long bytes) {
    long part = Math.max(LARGE_PART, (bytes / MOST_PARTS / LARGE_PART + 1) * LARGE_PART);
    PutObjectArgs args =
        PutObjectArgs.builder().bucket(name()).object(key).stream(content, bytes, part)
            .contentType("application/octet-stream")
            .build();
    try {
      connection.ask(client -> client.putObject(args));
    } catch (MinioException | IllegalStateException e) {
      throw connection.failures().explain(e, key);
    }
  }

  /** Removes an object, if it is there. */
  void remove(String key) {
    RemoveObjectArgs args = RemoveObjectArgs.builder().bucket(name()).object(key).build();
    try {
      connection.ask(
          client -> {
            client.removeObject(args);
            return null;
          });
    } catch (MinioException | IllegalStateException e) {
      throw connection.failures().explain(e, key);
    }
  }

  /** Reads an open object. */
  interface Reader<T> {
    T read(InputStream content) throws IOException;
  }

  /** Streams an object's content through {@code reader}. */
  <T> T stream(String key, Reader<T> reader) {
    GetObjectArgs args = GetObjectArgs.builder().bucket(name()).object(key).build();
    try (InputStream content = connection.ask(client -> client.getObject(args))) {
      return reader.read(content);
    } catch (MinioException | IllegalStateException | IOException e) {
      throw connection.failures().explain(e, key);
    }
  }

  /** The content of an object of at most {@code limit} bytes; nothing if there is none. */
  Optional<byte[]> readSmall(String key, int limit) {
    GetObjectArgs args = GetObjectArgs.builder().bucket(name()).object(key).build();
    try (InputStream content = connection.ask(client -> client.getObject(args))) {
      return Optional.of(content.readNBytes(limit));
    } catch (MinioException | IllegalStateException | IOException e) {
      if (S3Error.of(e).kind() == S3Error.Kind.OBJECT_MISSING) {
        return Optional.empty();
      }
      throw connection.failures().explain(e, key);
    }
  }

  /** Tells {@code visitor} of every object below {@code prefix}, in key order, page by page. */
  void list(String prefix, Consumer<StoredObject> visitor) {
    ListObjectsArgs args =
        ListObjectsArgs.builder()
            .bucket(name())
            .prefix(prefix)
            .recursive(true)
            .maxKeys(KEYS_PER_PAGE)
            .build();
    try {
      for (Result<Item> result : connection.ask(client -> client.listObjects(args))) {
        Item item = result.get();
        String etag = String.valueOf(item.etag()).replace("\"", "");
        visitor.accept(new StoredObject(item.objectName(), item.size(), etag, "", 1));
      }
    } catch (MinioException | IllegalStateException e) {
      throw connection.failures().explain(e, "");
    }
  }

  /** Whether the bucket is there. */
  boolean exists() {
    BucketExistsArgs args = BucketExistsArgs.builder().bucket(name()).build();
    try {
      return connection.ask(client -> client.bucketExists(args));
    } catch (MinioException | IllegalStateException e) {
      throw connection.failures().explain(e, "");
    }
  }

  /** Creates the bucket; it may be there already. */
  void create() {
    MakeBucketArgs args = MakeBucketArgs.builder().bucket(name()).build();
    try {
      connection.ask(
          client -> {
            client.makeBucket(args);
            return null;
          });
    } catch (MinioException | IllegalStateException e) {
      if (!S3Error.of(e).code().startsWith("BucketAlready")) {
        throw connection.failures().explain(e, "");
      }
    }
  }
}
