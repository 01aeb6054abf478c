package dev.emovox.worker;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.S3Endpoint;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
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

  /** Deletes an object. */
  void delete(ArtifactRef artifact) throws MinioException {
    String key = artifact.uri().substring(("s3://" + endpoint.bucket() + "/").length());
    client.removeObject(RemoveObjectArgs.builder().bucket(endpoint.bucket()).object(key).build());
  }
}
