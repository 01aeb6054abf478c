package dev.emovox.worker;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.S3Endpoint;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a careless or hostile person can do with a bucket. */
final class Bucket {
  private final S3Endpoint endpoint;
  private final MinioClient client;

  Bucket(S3Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client =
        MinioClient.builder()
            .endpoint(endpoint.url().toString())
            .region(endpoint.region())
            .credentials(endpoint.accessKey(), endpoint.secretKey().reveal())
            .build();
  }

  /** The keys of all objects, in their order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Result<Item> found :
        client.listObjects(
            ListObjectsArgs.builder().bucket(endpoint.bucket()).recursive(true).build())) {
      try {
        keys.add(found.get().objectName());
      } catch (MinioException e) {
        throw new AssertionError("listing " + endpoint.bucket(), e);
      }
    }
    return keys;
  }

  /** The address of a key. */
  String uri(String key) {
    return root() + key;
  }

  /** The bytes of an object. */
  byte[] read(String uri) throws MinioException {
    GetObjectArgs object =
        GetObjectArgs.builder().bucket(endpoint.bucket()).object(key(uri)).build();
    try (InputStream stored = client.getObject(object)) {
      return stored.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + uri, e);
    }
  }

  /** Deletes an object. */
  void delete(ArtifactRef artifact) throws MinioException {
    delete(artifact.uri());
  }

  /** Deletes an object. */
  void delete(String uri) throws MinioException {
    client.removeObject(
        RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key(uri)).build());
  }

  /** Puts other bytes in an object's place. */
  void write(String uri, byte[] content) throws MinioException {
    client.putObject(
        PutObjectArgs.builder().bucket(endpoint.bucket()).object(key(uri)).stream(
                new ByteArrayInputStream(content), (long) content.length, -1L)
            .build());
  }

  private String root() {
    return "s3://" + endpoint.bucket() + "/";
  }

  private String key(String uri) {
    return uri.substring(root().length());
  }
}
